// Decide about actions of a day, one or many: approve, skip, postpone, hold. Each is looked up in the plan of the moment by its key;
// the journal line of a decision holds what it takes to undo it.
import type { HoldFact } from '@quittance/core/dunning';
import { addDays, type Day } from '@quittance/core/kernel';
import { lockCompany } from '@quittance/db/companies';
import { insertHold, insertSkippedLevels, type SkippedLevel } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { approveActions, cancelActions, insertActions } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../context/index.ts';
import { type ChosenActions, type FoundAction, findChosen } from './find-chosen.ts';
import { customerOfKey } from './plan-day.ts';
import { isSameAction } from './same-action.ts';

/** Why a decision is not carried out for one action. */
export type DecisionRefusal = 'action_unknown' | 'action_gone' | 'state_forbids' | 'edited_stale';

/** How a bulk decision ended: how many it was done for, why not for the others, and its number, by which it is undone. */
export type BulkOutcome = Readonly<{
  done: number;
  refused: readonly Readonly<{ actionKey: string; code: DecisionRefusal }>[];
  /** Number of its journal line; null where nothing was done. */
  decision: number | null;
}>;

/** What one action's decision left behind, by which it can be undone. */
export type DecisionTrace = Readonly<{
  key: string;
  actionIds?: readonly number[];
  levels?: readonly SkippedLevel[];
  holdIds?: readonly number[];
}>;

type Decision = Readonly<{
  kind: string;
  facts?: Readonly<Record<string, unknown>>;
  /** What it left, or why it could not be done. */
  act(tx: Tx, found: FoundAction): Promise<Omit<DecisionTrace, 'key'> | DecisionRefusal>;
}>;

async function decideOne(tx: Tx, found: FoundAction, decision: Decision): Promise<DecisionTrace | DecisionRefusal> {
  if (customerOfKey(found.key) === null) return 'action_unknown';
  if (!found.planned) return 'action_gone';
  const left = await decision.act(tx, found);
  return typeof left === 'string' ? left : { key: found.key, ...left };
}

/** One transaction: look up, act on each, write one line of journal. */
const decide = (context: Context, chosen: ChosenActions, decision: Decision): Promise<BulkOutcome> =>
  inOrganization(context, async (tx) => {
    await lockCompany(tx, chosen.companyId);
    const refused: BulkOutcome['refused'][number][] = [];
    const traces: DecisionTrace[] = [];
    for (const found of (await findChosen(tx, chosen)).found) {
      const left = await decideOne(tx, found, decision);
      if (typeof left === 'string') refused.push({ actionKey: found.key, code: left });
      else traces.push(left);
    }
    if (traces.length === 0) return { done: 0, refused, decision: null };
    const seq = await appendEvent(tx, {
      kind: decision.kind,
      actor: context.actor,
      subject: 'company',
      subjectId: String(chosen.companyId),
      payload: { on: chosen.on, actions: traces.map(({ key }) => key), ...decision.facts, traces },
    });
    return { done: traces.length, refused, decision: seq };
  });

/** The recorded row gives way to the decision; false where it is on its way already. */
const clearRecorded = async (tx: Tx, { recorded }: FoundAction, reason: string): Promise<boolean> =>
  !recorded || (await cancelActions(tx, [recorded.actionId], { reason })).length > 0;

/** Approves actions as the plan of this moment has them; they leave at the next delivery, checked once more then (R13). Words written
 * for this once stay with the action they were written for; where it changed since, a person reads them again first. */
export const approveReminders = (context: Context, chosen: ChosenActions): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.approved',
    act: async (tx, { planned, recorded }) => {
      if (recorded && recorded.state !== 'planned') return 'state_forbids';
      const isSame = recorded && recorded.plannedOn === chosen.on && isSameAction(recorded, planned!);
      if (recorded?.edited && !isSame) return 'edited_stale';
      if (recorded && isSame) return { actionIds: await approveActions(tx, [recorded.actionId], context.actor) };
      if (recorded) await cancelActions(tx, [recorded.actionId], { reason: 'superseded', facts: { on: chosen.on } });
      const ids = await insertActions(tx, { companyId: chosen.companyId, on: chosen.on, actions: [planned!] });
      const actionIds = await approveActions(tx, ids, context.actor);
      return actionIds.length > 0 ? { actionIds } : 'state_forbids';
    },
  });

/** Skips steps: each receivable that would have advanced counts the step as done, by this person. */
export const skipReminders = (
  context: Context,
  chosen: ChosenActions & Readonly<{ note: string }>,
): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.skipped',
    facts: { note: chosen.note },
    act: async (tx, found) => {
      if (!(await clearRecorded(tx, found, 'skipped'))) return 'state_forbids';
      const action = found.planned!;
      await insertSkippedLevels(tx, { companyId: chosen.companyId, on: chosen.on, action, actor: context.actor });
      const advancing = action.items.filter((item) => item.advances);
      return { levels: advancing.map(({ receivableId, toRank }) => ({ receivableId, rank: toRank })) };
    },
  });

type Holding = Readonly<{ reason: HoldFact['reason']; untilOn: Day | null; note: string }>;

async function holdItems(
  context: Context,
  tx: Tx,
  of: Readonly<{ chosen: ChosenActions; found: FoundAction; holding: Holding }>,
): Promise<number[]> {
  const holdIds: number[] = [];
  const { chosen, holding } = of;
  const { customerId, items } = of.found.planned!;
  for (const { receivableId } of items) {
    const hold = { receivableId, cents: null, fromOn: chosen.on, author: context.actor, ...holding };
    holdIds.push(await insertHold(tx, { companyId: chosen.companyId, customerId, ...hold }));
  }
  return holdIds;
}

/** Holds the receivables of actions until the day before `until`; the planner then takes them up again. */
export const postponeReminders = (
  context: Context,
  chosen: ChosenActions & Readonly<{ until: Day; note: string }>,
): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.postponed',
    facts: { until: chosen.until, note: chosen.note },
    act: async (tx, found) => {
      if (!(await clearRecorded(tx, found, 'postponed'))) return 'state_forbids';
      const holding = { reason: 'manual' as const, untilOn: addDays(chosen.until, -1), note: chosen.note };
      return { holdIds: await holdItems(context, tx, { chosen, found, holding }) };
    },
  });

/** Holds the receivables of actions for a reason, until a last day or until lifted. */
export const holdReminders = (context: Context, chosen: ChosenActions & Holding): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.held',
    facts: { reason: chosen.reason, untilOn: chosen.untilOn, note: chosen.note },
    act: async (tx, found) => {
      if (!(await clearRecorded(tx, found, `held:${chosen.reason}`))) return 'state_forbids';
      const { reason, untilOn, note } = chosen;
      return { holdIds: await holdItems(context, tx, { chosen, found, holding: { reason, untilOn, note } }) };
    },
  });
