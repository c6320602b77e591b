// Scenarios and templates over HTTP.

import { ok, refuse } from '@quittance/core/kernel';
import { MERGE_FIELDS } from '@quittance/core/letters';
import { checkLadder, listScenariosOnScreen, type ScenarioOnScreen, saveLadder } from '@quittance/usecases/scenarios';
import {
  findText,
  inspectText,
  listTexts,
  previewText,
  saveText,
  type TemplateInForce,
} from '@quittance/usecases/templates';
import type { Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, useCaseContext } from './deps.ts';
import { messagePreviewOf } from './message-preview.ts';
import { withPeople, withPerson } from './people.ts';

const scenarioView = (row: ScenarioOnScreen) =>
  ({ ...row, steps: row.steps.map(({ rank: _, ...step }) => step), editedAt: row.editedAt.toISOString() }) as never;

/** The scenarios service. */
export const scenariosService = (deps: HandlerDeps): Service<'scenarios'> => ({
  list: async (context) => {
    const rows = await listScenariosOnScreen(useCaseContext(deps, context), context.companyId);
    return ok({ items: (await withPeople(deps.db, 'editedBy', rows)).map(scenarioView) });
  },
  get: async (context, { params }) => {
    const rows = await listScenariosOnScreen(useCaseContext(deps, context), context.companyId);
    const row = rows.find((each) => each.code === params.code);
    return row ? ok(scenarioView(await withPerson(deps.db, 'editedBy', row))) : refuse({ code: 'not_found' });
  },
  validate: async (context, { body }) => {
    const on = await dayAsked(deps, context, body.on);
    const checked = await checkLadder(useCaseContext(deps, context), {
      companyId: context.companyId,
      on,
      edited: body,
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
  save: async (context, { params, body }) => {
    const { version, ...edited } = body;
    const saved = await saveLadder(useCaseContext(deps, context), {
      companyId: context.companyId,
      code: params.code,
      version,
      edited,
    });
    if (saved.ok) return ok(scenarioView(await withPerson(deps.db, 'editedBy', saved.value)));
    if (saved.refusal.code === 'version_conflict') return refuse({ code: 'version_conflict' });
    return refuse({
      code: 'scenario_invalid',
      facts: { problems: saved.refusal.refusals.map((each) => `${each.step ?? ''} ${each.code}`).join(', ') },
    });
  },
});

const templateView = (row: TemplateInForce) => ({ ...row, editedAt: row.editedAt?.toISOString() ?? null }) as never;

/** The templates service. */
export const templatesService = (deps: HandlerDeps): Service<'templates'> => ({
  list: async (context) => {
    const rows = await listTexts(useCaseContext(deps, context), context.companyId);
    return ok({ items: (await withPeople(deps.db, 'editedBy', rows)).map(templateView) });
  },
  get: async (context, { params }) => {
    const row = await findText(useCaseContext(deps, context), context.companyId, params);
    if (!row) return refuse({ code: 'not_found' });
    return ok({
      template: templateView(await withPerson(deps.db, 'editedBy', row)),
      fields: MERGE_FIELDS.map(({ name, example }) => ({ field: name, example })),
    });
  },
  update: async (context, { params, body }) => {
    const { version, ...text } = body;
    const given = { companyId: context.companyId, name: params, text, version };
    const saved = await saveText(useCaseContext(deps, context), deps.templates, given);
    if (saved.ok) return ok(templateView(await withPerson(deps.db, 'editedBy', saved.value)));
    if (saved.refusal.code === 'version_conflict') return refuse({ code: 'version_conflict' });
    return refuse({ code: 'template_broken', facts: { ...saved.refusal.problem } });
  },
  validate: async (_, { body }) => {
    const { problems, fields } = inspectText(deps.templates, body);
    return ok({
      problems: problems.map(({ part, code, line, column, seen }) => ({ part, code, line, column, seen })),
      fields,
    });
  },
  preview: async (context, { body }) => {
    const { subject, body: text, customerId, ...name } = body;
    const asked = {
      companyId: context.companyId,
      name,
      text: { subject, body: text },
      ...(customerId ? { customerId } : {}),
    };
    const preview = await previewText(useCaseContext(deps, context), deps.renderer, asked);
    if (preview.ok) return ok(messagePreviewOf(preview.value));
    return refuse({ code: 'template_broken', facts: { ...preview.refusal.refusal } });
  },
});
