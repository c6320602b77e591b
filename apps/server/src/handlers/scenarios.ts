// Scenarios over HTTP.
import { ok, refuse } from '@quittance/core/kernel';
import {
  archiveLadder,
  assignLadder,
  checkLadder,
  type Effect,
  editEffect,
  type LadderOnScreen,
  listLadders,
  listLadderVersions,
  previewAssignment,
  type SimulationWatch,
  saveLadder,
  simulateLadders,
} from '@quittance/usecases/scenarios';
import type { OrgContext, Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, useCaseContext } from './deps.ts';
import { withPeople, withPerson } from './people.ts';
import { openSimulationRuns, type SimulationRuns } from './simulation-runs.ts';

const unranked = (steps: LadderOnScreen['steps']) => steps.map(({ rank: _, ...step }) => step);

const scenarioView = (row: LadderOnScreen) =>
  ({ ...row, steps: unranked(row.steps), editedAt: row.editedAt.toISOString() }) as never;

const effectView = (effect: Effect) => effect as never;

/** One ladder as its screen shows it, its author by name. */
const shown = async (deps: HandlerDeps, row: LadderOnScreen) =>
  scenarioView(await withPerson(deps.db, 'editedBy', row));

const readOnes = (deps: HandlerDeps): Pick<Service<'scenarios'>, 'list' | 'get' | 'versions' | 'validate'> => ({
  list: async (context) => {
    const { ladders, segments } = await listLadders(useCaseContext(deps, context), context.companyId);
    return ok({ items: (await withPeople(deps.db, 'editedBy', ladders)).map(scenarioView), segments: [...segments] });
  },
  get: async (context, { params }) => {
    const { ladders } = await listLadders(useCaseContext(deps, context), context.companyId);
    const row = ladders.find((each) => each.code === params.code);
    return row ? ok(await shown(deps, row)) : refuse({ code: 'not_found' });
  },
  versions: async (context, { params }) => {
    const rows = await listLadderVersions(useCaseContext(deps, context), context.companyId, params.code);
    if (rows.length === 0) return refuse({ code: 'not_found' });
    return ok({
      items: (await withPeople(deps.db, 'editedBy', rows)).map(({ version, name, steps, editedBy, editedAt }) => ({
        version,
        name,
        steps: unranked(steps),
        editedBy,
        editedAt: editedAt.toISOString(),
      })) as never,
    });
  },
  validate: async (context, { body }) => {
    const { customerId, on: asked, ...edited } = body;
    const on = await dayAsked(deps, context, asked);
    const { companyId } = context;
    const checked = await checkLadder(useCaseContext(deps, context), {
      companyId,
      on,
      edited,
      ...(customerId ? { customerId } : {}),
    });
    return ok({
      problems: checked.refusals.map(({ code, rank }) => ({ rank: rank ?? 0, code, expected: '' })),
      examples: checked.examples.map(({ receivable, days }) => ({
        invoiceId: receivable.invoiceId,
        invoiceNumber: receivable.invoiceNumber,
        customerName: receivable.customerName,
        dueOn: receivable.dueOn,
        days: [...days],
      })),
    });
  },
});

const askedOf = async (deps: HandlerDeps, context: OrgContext, on: Parameters<typeof dayAsked>[2]) => ({
  companyId: context.companyId,
  on: await dayAsked(deps, context, on),
});

/** The scenarios service. */
export const scenariosService = (
  deps: HandlerDeps,
  runs: SimulationRuns = openSimulationRuns(),
): Service<'scenarios'> => ({
  ...readOnes(deps),
  effect: async (context, { params, body }) => {
    const asked = await askedOf(deps, context, body.on);
    const edited = { steps: body.steps };
    return ok(effectView(await editEffect(useCaseContext(deps, context), { ...asked, ...params, edited })));
  },
  simulate: async (context, { body }) => {
    const { companyId, on: from } = await askedOf(deps, context, body.on);
    const asked = {
      companyId,
      from,
      days: body.days,
      ...(body.code ? { code: body.code } : {}),
      ...(body.steps ? { edited: { steps: body.steps } } : {}),
    };
    const act = (watch?: SimulationWatch) => simulateLadders(useCaseContext(deps, context), asked, watch);
    const simulated = await (body.run ? runs.during(context, body.run, act) : act());
    return simulated ? ok(simulated as never) : refuse({ code: 'not_found' });
  },
  simulationProgress: async (context, { params }) => ok(runs.progress(context, params.run)),
  stopSimulation: async (context, { params }) => ok({ stopped: runs.stop(context, params.run) }),
  save: async (context, { params, body }) => {
    const { version, ...edited } = body;
    const given = { companyId: context.companyId, code: params.code, version, edited };
    const saved = await saveLadder(useCaseContext(deps, context), given);
    if (saved.ok) return ok(await shown(deps, saved.value));
    if (saved.refusal.code === 'version_conflict') return refuse({ code: 'version_conflict' });
    const [first] = saved.refusal.refusals;
    return refuse({
      code: 'scenario_invalid',
      facts: {
        rank: first?.rank ?? 0,
        problems: saved.refusal.refusals.map((each) => `${each.step ?? ''} ${each.code}`).join(', '),
      },
    });
  },
  archive: async (context, { params, body }) => {
    const given = { companyId: context.companyId, code: params.code, active: !body.archived };
    const done = await archiveLadder(useCaseContext(deps, context), given);
    if (done.ok) return ok(await shown(deps, done.value));
    if (done.refusal.code === 'not_found') return refuse({ code: 'not_found' });
    return refuse({ code: 'scenario_in_use', facts: { customers: done.refusal.customers } });
  },
  assign: async (context, { params, body: assignment }) => {
    const asked = { companyId: context.companyId, code: params.code, assignment };
    const done = await assignLadder(useCaseContext(deps, context), asked);
    return done.ok ? ok(await shown(deps, done.value)) : refuse({ code: 'not_found' });
  },
  assignEffect: async (context, { params, body }) => {
    const { on, ...assignment } = body;
    const asked = { ...(await askedOf(deps, context, on)), code: params.code, assignment };
    const effect = await previewAssignment(useCaseContext(deps, context), asked);
    return effect.ok ? ok(effectView(effect.value)) : refuse({ code: 'not_found' });
  },
});
