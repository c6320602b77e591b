// Reminders over HTTP: today's plan, both halves of it, previews, and what people decide about it.
import { addDays, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { endingsBetween } from '@quittance/core/law';
import {
  type AttentionRow,
  findStuck,
  listBrokenPromises,
  listExpiredNotices,
  listPrescriptions,
} from '@quittance/db/dunning';
import { readOrganization } from '@quittance/usecases/context';
import { type DeliveryPorts, nextSendingInstant, sendingInstantOn } from '@quittance/usecases/delivery';
import {
  approveReminders,
  type BulkOutcome,
  composeAction,
  editAction,
  holdReminders,
  PlanShelf,
  type PreviewRefusal,
  postponeReminders,
  runReminders,
  skipReminders,
  undoDecision,
} from '@quittance/usecases/reminders';
import type { OrgContext, Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, pageOfList, planDayAsked, useCaseContext } from './deps.ts';
import { editablePreviewOf } from './message-preview.ts';
import { withPeople } from './people.ts';
import { actionsOf, holdViews, matches, sorted, summaryOf, totalsOf } from './plan-views.ts';
import { unmadeMessage } from './unmade-message.ts';

type Chosen = Parameters<Service<'reminders'>['approve']>[1]['body'];

const HOUR_MS = 3_600_000;
const MOST_MATTERS = 50;
/** Prescription is said this many days ahead: time to send a lawyer a file. */
const PRESCRIPTION_DAYS = 180;

const brokenOf = (refusal: PreviewRefusal) =>
  refusal.code === 'action_unknown' ? ({ code: 'action_unknown' } as const) : unmadeMessage(refusal.refusal);

const told = (outcome: BulkOutcome) => ok({ ...outcome, refused: [...outcome.refused] });

const matter = ({ receivableId: _, ...row }: AttentionRow) => row as never;

/** The reminders service. */
export function remindersService(deps: HandlerDeps, delivery: () => DeliveryPorts): Service<'reminders'> {
  const shelf = new PlanShelf();
  const read = async (context: OrgContext, on: Day | undefined) =>
    shelf.read(useCaseContext(deps, context), {
      companyId: context.companyId,
      on: await planDayAsked(deps, context, on),
    });
  const ports = { renderer: deps.renderer, templates: deps.templates };
  const asked = (context: OrgContext, on: Day, key: string) => ({ companyId: context.companyId, on, key });

  /** The keys meant: those named, or those the filters find now, counted once more. */
  const chosenOf = async (
    context: OrgContext,
    { on, actionKeys, selection }: Chosen,
  ): Promise<
    Result<
      { companyId: OrgContext['companyId']; on: Day; keys: readonly string[] },
      { code: 'plan_changed' | 'nothing_chosen'; facts?: Record<string, number> }
    >
  > => {
    const { companyId } = context;
    if (!selection) {
      const keys = actionKeys ?? [];
      return keys.length > 0 ? ok({ companyId, on, keys }) : refuse({ code: 'nothing_chosen' });
    }
    const { expected, except = [], ...filter } = selection;
    const left = new Set(except);
    const keys = actionsOf(await read(context, on), filter)
      .map((row) => row.actionKey)
      .filter((key) => !left.has(key));
    if (keys.length !== expected) return refuse({ code: 'plan_changed', facts: { expected, now: keys.length } });
    return keys.length > 0 ? ok({ companyId, on, keys }) : refuse({ code: 'nothing_chosen' });
  };

  return {
    plan: async (context, { query }) => {
      const plan = await read(context, query.on);
      const now = deps.clock.now();
      const soon = nextSendingInstant(plan.settings, now);
      const onDay = sendingInstantOn(plan.settings, plan.plan.on);
      return ok(summaryOf(plan, onDay > soon ? onDay : soon));
    },
    actions: async (context, { query }) => {
      const plan = await read(context, query.on);
      const rows = actionsOf(plan, query);
      const totals = totalsOf(rows);
      return ok({ on: plan.plan.on, ...pageOfList(sorted(rows, query.sort), query), totals });
    },
    holds: async (context, { query }) => {
      const plan = await read(context, query.on);
      const rows = holdViews(plan)
        .filter((row) => matches(query.search, row.customerName, row.customerRef, row.invoiceNumber))
        .filter((row) => !query.reason || row.reason === query.reason)
        .filter((row) => query.customerId === undefined || row.customerId === query.customerId);
      const page = pageOfList(rows, query);
      return ok({ on: plan.plan.on, ...page, items: await withPeople(deps.db, 'author', page.items) });
    },
    preview: async (context, { params, query }) => {
      const on = await planDayAsked(deps, context, query.on);
      const made = await composeAction(useCaseContext(deps, context), ports, asked(context, on, params.actionKey));
      return made.ok ? ok(await editablePreviewOf(deps.db, made.value)) : refuse(brokenOf(made.refusal));
    },
    draft: async (context, { params, body }) => {
      const on = await planDayAsked(deps, context, body.on);
      const one = { ...asked(context, on, params.actionKey), draft: body.words };
      const made = await composeAction(useCaseContext(deps, context), ports, one);
      return made.ok ? ok(await editablePreviewOf(deps.db, made.value)) : refuse(brokenOf(made.refusal));
    },
    edit: async (context, { params, body }) => {
      const one = { ...asked(context, body.on, params.actionKey), words: body.words };
      const made = await editAction(useCaseContext(deps, context), ports, one);
      if (made.ok) return ok(await editablePreviewOf(deps.db, made.value));
      const { refusal } = made;
      if (refusal.code === 'action_gone' || refusal.code === 'state_forbids') return refuse({ code: refusal.code });
      return refuse(brokenOf(refusal as PreviewRefusal));
    },
    attention: async (context) => {
      const on = await dayAsked(deps, context, undefined);
      const scope = { companyId: context.companyId, on, limit: MOST_MATTERS };
      const endings = endingsBetween(on, addDays(on, PRESCRIPTION_DAYS));
      const before = new Date(deps.clock.now().getTime() - HOUR_MS);
      return readOrganization(useCaseContext(deps, context), async (tx) => {
        const stuck = await findStuck(tx, { companyId: context.companyId, before });
        return ok({
          brokenPromises: (await listBrokenPromises(tx, scope)).map(matter),
          expiredNotices: (await listExpiredNotices(tx, scope)).map(matter),
          prescriptions: (await listPrescriptions(tx, { ...scope, endings })).map(matter),
          stuck: { count: stuck.count, since: stuck.since?.toISOString() ?? null },
        });
      });
    },
    approve: async (context, { body }) => {
      const chosen = await chosenOf(context, body);
      if (!chosen.ok) return chosen;
      const outcome = await approveReminders(useCaseContext(deps, context), chosen.value);
      deps.wake();
      return told(outcome);
    },
    skip: async (context, { body }) => {
      const chosen = await chosenOf(context, body);
      if (!chosen.ok) return chosen;
      return told(await skipReminders(useCaseContext(deps, context), { ...chosen.value, note: body.note }));
    },
    postpone: async (context, { body }) => {
      if (body.until <= body.on) return refuse({ code: 'postpone_in_past' });
      const chosen = await chosenOf(context, body);
      if (!chosen.ok) return chosen;
      const order = { ...chosen.value, until: body.until, note: body.note };
      return told(await postponeReminders(useCaseContext(deps, context), order));
    },
    hold: async (context, { body }) => {
      const { reason, untilOn, note } = body;
      if (untilOn !== null && untilOn < body.on) return refuse({ code: 'hold_in_past' });
      const chosen = await chosenOf(context, body);
      if (!chosen.ok) return chosen;
      return told(await holdReminders(useCaseContext(deps, context), { ...chosen.value, reason, untilOn, note }));
    },
    undo: async (context, { body }) => {
      const order = { companyId: context.companyId, decision: body.decision };
      const undone = await undoDecision(useCaseContext(deps, context), order);
      return undone.ok ? ok({ ...undone.value, refused: [...undone.value.refused] }) : undone;
    },
    run: async (context, { body }) => {
      const on = await dayAsked(deps, context, body.on);
      return ok(
        await runReminders(useCaseContext(deps, context), delivery(), {
          companyId: context.companyId,
          on,
          approve: body.approve,
        }),
      );
    },
  };
}
