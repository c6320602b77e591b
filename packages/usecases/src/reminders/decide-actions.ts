// Decide about actions of a day, one or many: approve, skip, postpone, hold. Each is looked up in the plan of the moment by its key;
// the journal line of a decision holds what it takes to undo it.
import type { HoldFact, PlannedAction } from '@quittance/core/dunning';
import { addDays, type Day } from '@quittance/core/kernel';
import { lockCompany } from '@quittance/db/companies';
import { insertHolds, insertSkippedLevels, type SkippedLevel } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import type { ActionRow } from '@quittance/db/outbox';
import { approveActions, cancelActions, insertPlanned } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../context/index.ts';
import { type ChosenActions, type FoundAction, findChosen } from './find-chosen.ts';
import { customerOfKey, keyOf } from './plan-day.ts';
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

/** An action of the plan that a decision is about. */
type Planned = FoundAction & Readonly<{ planned: PlannedAction }>;
type Left = Omit<DecisionTrace, 'key'> | DecisionRefusal;

type Decision = Readonly<{
  kind: string;
  facts?: Readonly<Record<string, unknown>>;
  /** What it left of each, or why it could not be done; a handful of statements whatever their number. */
  act(tx: Tx, all: readonly Planned[]): Promise<readonly Left[]>;
}>;

const isPlanned = (found: FoundAction): found is Planned =>
  customerOfKey(found.key) !== null && found.planned !== undefined;

/** One transaction: look up, act on all, write one line of journal. */
const decide = (context: Context, chosen: ChosenActions, decision: Decision): Promise<BulkOutcome> =>
  inOrganization(context, async (tx) => {
    await lockCompany(tx, chosen.companyId);
    const { found } = await findChosen(tx, chosen);
    const ready = found.filter(isPlanned);
    const lefts = ready.length > 0 ? await decision.act(tx, ready) : [];
    const leftOf = new Map(ready.map(({ key }, index) => [key, lefts[index]!]));
    const refused: BulkOutcome['refused'][number][] = [];
    const traces: DecisionTrace[] = [];
    for (const { key } of found) {
      const left = leftOf.get(key) ?? (customerOfKey(key) === null ? 'action_unknown' : 'action_gone');
      if (typeof left === 'string') refused.push({ actionKey: key, code: left });
      else traces.push({ key, ...left });
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

/** The recorded rows give way to the decision; answers which actions may go on: not those on their way already. */
async function clearRecorded(tx: Tx, all: readonly Planned[], reason: string): Promise<(found: Planned) => boolean> {
  const ids = all.flatMap(({ recorded }) => recorded?.actionId ?? []);
  const cleared = new Set(ids.length > 0 ? await cancelActions(tx, ids, { reason }) : []);
  return ({ recorded }) => !recorded || cleared.has(recorded.actionId);
}

type Approval = Readonly<{ same: ActionRow } | { fresh: PlannedAction } | { refused: DecisionRefusal }>;

function approvalOf({ planned, recorded }: Planned, on: Day): Approval {
  if (recorded && recorded.state !== 'planned') return { refused: 'state_forbids' };
  const isSame = recorded && recorded.plannedOn === on && isSameAction(recorded, planned);
  if (recorded?.edited && !isSame) return { refused: 'edited_stale' };
  return recorded && isSame ? { same: recorded } : { fresh: planned };
}

/** Approves actions as the plan of this moment has them; they leave at the next delivery, checked once more then (R13). Words written
 * for this once stay with the action they were written for; where it changed since, a person reads them again first. */
export const approveReminders = (context: Context, chosen: ChosenActions): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.approved',
    act: async (tx, all) => {
      const approvals = all.map((found) => approvalOf(found, chosen.on));
      const old = all.flatMap(({ recorded }, index) => ('fresh' in approvals[index]! && recorded?.actionId) || []);
      if (old.length > 0) await cancelActions(tx, old, { reason: 'superseded', facts: { on: chosen.on } });
      const actions = approvals.flatMap((each) => ('fresh' in each ? each.fresh : []));
      const stored = await insertPlanned(tx, { companyId: chosen.companyId, on: chosen.on, actions });
      const idOf = new Map(stored.map((row) => [keyOf(row), row.actionId]));
      const same = approvals.flatMap((each) => ('same' in each ? each.same.actionId : []));
      const approved = new Set(await approveActions(tx, [...same, ...idOf.values()], context.actor));
      return approvals.map((each): Left => {
        if ('refused' in each) return each.refused;
        const id = 'same' in each ? each.same.actionId : idOf.get(keyOf(each.fresh));
        return id !== undefined && approved.has(id) ? { actionIds: [id] } : 'state_forbids';
      });
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
    act: async (tx, all) => {
      const isClear = await clearRecorded(tx, all, 'skipped');
      const lefts: Left[] = [];
      for (const found of all) {
        if (!isClear(found)) {
          lefts.push('state_forbids');
          continue;
        }
        const action = found.planned;
        await insertSkippedLevels(tx, { companyId: chosen.companyId, on: chosen.on, action, actor: context.actor });
        const advancing = action.items.filter((item) => item.advances);
        lefts.push({ levels: advancing.map(({ receivableId, toRank }) => ({ receivableId, rank: toRank })) });
      }
      return lefts;
    },
  });

type Holding = Readonly<{ reason: HoldFact['reason']; untilOn: Day | null; note: string }>;

/** Holds every receivable of the actions that gave way, all in one statement. */
async function holdAll(
  tx: Tx,
  all: readonly Planned[],
  of: Readonly<{ chosen: ChosenActions; holding: Holding; cleared: string; author: string }>,
): Promise<Left[]> {
  const { chosen, holding, author } = of;
  const isClear = await clearRecorded(tx, all, of.cleared);
  const common = { companyId: chosen.companyId, cents: null, fromOn: chosen.on, author, ...holding };
  const holds = all
    .filter(isClear)
    .flatMap(({ planned: { customerId, items } }) =>
      items.map(({ receivableId }) => ({ ...common, customerId, receivableId })),
    );
  const ids = await insertHolds(tx, holds);
  let next = 0;
  return all.map((found) => {
    if (!isClear(found)) return 'state_forbids';
    const holdIds = ids.slice(next, next + found.planned.items.length);
    next += holdIds.length;
    return { holdIds };
  });
}

/** Holds the receivables of actions until the day before `until`; the planner then takes them up again. */
export const postponeReminders = (
  context: Context,
  chosen: ChosenActions & Readonly<{ until: Day; note: string }>,
): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.postponed',
    facts: { until: chosen.until, note: chosen.note },
    act: (tx, all) => {
      const holding = { reason: 'manual' as const, untilOn: addDays(chosen.until, -1), note: chosen.note };
      return holdAll(tx, all, { chosen, holding, cleared: 'postponed', author: context.actor });
    },
  });

/** Holds the receivables of actions for a reason, until a last day or until lifted. */
export const holdReminders = (context: Context, chosen: ChosenActions & Holding): Promise<BulkOutcome> =>
  decide(context, chosen, {
    kind: 'reminder.held',
    facts: { reason: chosen.reason, untilOn: chosen.untilOn, note: chosen.note },
    act: (tx, all) => {
      const { reason, untilOn, note } = chosen;
      const holding = { reason, untilOn, note };
      return holdAll(tx, all, { chosen, holding, cleared: `held:${reason}`, author: context.actor });
    },
  });
