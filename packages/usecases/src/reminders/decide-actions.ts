// Decide about actions of a day, one or many: approve, skip, postpone. Each is looked up in the plan of the moment by its key.
import type { PlannedAction } from '@quittance/core/dunning';
import { addDays, type CompanyId, type CustomerId, type Day } from '@quittance/core/kernel';
import { lockCompany } from '@quittance/db/companies';
import { insertHold, insertSkippedLevels } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { type ActionRow, listActions } from '@quittance/db/outbox';
import { approveActions, cancelActions, insertActions } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../context/index.ts';
import { customerOfKey, keyOf, planDay } from './plan-day.ts';

/** Actions of a day, named by their keys. */
export type ChosenActions = Readonly<{ companyId: CompanyId; on: Day; keys: readonly string[] }>;

/** How a bulk decision ended: how many it was done for, and why not for the others. */
export type BulkOutcome = Readonly<{
  done: number;
  refused: readonly Readonly<{ actionKey: string; code: 'action_unknown' | 'action_gone' | 'state_forbids' }>[];
}>;

type Found = Readonly<{ key: string; planned: PlannedAction | undefined; recorded: ActionRow | undefined }>;

async function findChosen(tx: Tx, { companyId, on, keys }: ChosenActions): Promise<Found[]> {
  const customerIds = [...new Set(keys.map(customerOfKey))].filter((id): id is CustomerId => id !== null);
  const { plan } = await planDay(tx, { companyId, on, customerIds });
  const planned = new Map(plan.actions.map((action) => [keyOf(action), action]));
  const recorded = await listActions(tx, { companyId, states: ['planned', 'approved', 'queued'], upTo: on });
  // One approved on an earlier day and still to leave is another message, although its key reads the same.
  const ofToday = recorded.filter((row) => row.plannedOn === on || row.state === 'planned');
  const byKey = new Map(ofToday.map((row) => [keyOf(row), row]));
  return [...new Set(keys)].map((key) => ({ key, planned: planned.get(key), recorded: byKey.get(key) }));
}

type Decision = Readonly<{
  kind: string;
  facts?: Readonly<Record<string, unknown>>;
  act(tx: Tx, found: Found): Promise<boolean>;
}>;

/** One transaction: look up, act on each, write one line of journal. */
const decide = (context: Context, chosen: ChosenActions, decision: Decision): Promise<BulkOutcome> =>
  inOrganization(context, async (tx) => {
    await lockCompany(tx, chosen.companyId);
    const refused: BulkOutcome['refused'][number][] = [];
    const done: string[] = [];
    for (const found of await findChosen(tx, chosen)) {
      if (customerOfKey(found.key) === null) refused.push({ actionKey: found.key, code: 'action_unknown' });
      else if (!found.planned && !found.recorded) refused.push({ actionKey: found.key, code: 'action_gone' });
      else if (await decision.act(tx, found)) done.push(found.key);
      else refused.push({ actionKey: found.key, code: found.planned ? 'state_forbids' : 'action_gone' });
    }
    if (done.length > 0) {
      await appendEvent(tx, {
        kind: decision.kind,
        actor: context.actor,
        subject: 'company',
        subjectId: String(chosen.companyId),
        payload: { on: chosen.on, actions: done, ...decision.facts },
      });
    }
    return { done: done.length, refused };
  });

/** Approves actions as the plan of this moment has them; they leave at the next delivery, checked once more then (R13). */
export const approveReminders = (context: Context, chosen: ChosenActions): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.approved',
    act: async (tx, { planned, recorded }) => {
      if (recorded && recorded.state !== 'planned') return false;
      if (!planned) return false;
      if (recorded) await cancelActions(tx, [recorded.actionId], { reason: 'superseded', facts: { on: chosen.on } });
      const ids = await insertActions(tx, { companyId: chosen.companyId, on: chosen.on, actions: [planned] });
      return (await approveActions(tx, ids, context.actor)).length > 0;
    },
  });

/** Skips steps for good: each receivable that would have advanced counts the step as done, by this person. */
export const skipReminders = (
  context: Context,
  chosen: ChosenActions & Readonly<{ note: string }>,
): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.skipped',
    facts: { note: chosen.note },
    act: async (tx, { planned, recorded }) => {
      if (!planned) return false;
      if (recorded && (await cancelActions(tx, [recorded.actionId], { reason: 'skipped' })).length === 0) return false;
      await insertSkippedLevels(tx, {
        companyId: chosen.companyId,
        on: chosen.on,
        action: planned,
        actor: context.actor,
      });
      return true;
    },
  });

/** Holds the receivables of actions until the day before `until`; the planner then takes them up again. */
export const postponeReminders = (
  context: Context,
  chosen: ChosenActions & Readonly<{ until: Day; note: string }>,
): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.postponed',
    facts: { until: chosen.until, note: chosen.note },
    act: async (tx, { planned, recorded }) => {
      if (!planned) return false;
      if (recorded && (await cancelActions(tx, [recorded.actionId], { reason: 'postponed' })).length === 0)
        return false;
      for (const item of planned.items) {
        await insertHold(tx, {
          companyId: chosen.companyId,
          customerId: planned.customerId,
          receivableId: item.receivableId,
          reason: 'manual',
          cents: null,
          fromOn: chosen.on,
          untilOn: addDays(chosen.until, -1),
          note: chosen.note,
          author: context.actor,
        });
      }
      return true;
    },
  });
