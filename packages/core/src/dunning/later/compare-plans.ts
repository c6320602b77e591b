// Compare plans: what a changed due date, scenario, segment or payment would change, shown before it applies (R12, situation 13).
import type { Plan, PlannedAction } from '../plan.ts';

/** An action before and after a change. */
export type ChangedAction = Readonly<{ before: PlannedAction; after: PlannedAction }>;

export type PlanDifference = Readonly<{
  added: readonly PlannedAction[];
  removed: readonly PlannedAction[];
  changed: readonly ChangedAction[];
}>;

/** Message about overdue receivables, notice before the due date, or task: one of each at most per customer, currency and day. */
export const kindOf = (action: Pick<PlannedAction, 'channel' | 'tone'>): 'message' | 'notice' | 'task' => {
  if (action.channel === 'task') return 'task';
  return action.tone === 'notice' ? 'notice' : 'message';
};

const placeOf = (action: PlannedAction): string => `${action.customerId} ${action.currency} ${kindOf(action)}`;

const linesOf = (action: PlannedAction): string =>
  [
    ...action.items.map((i) => `${i.receivableId} ${i.cents} ${i.toRank}`),
    ...action.credits.map((c) => `${c.kind} ${c.id} ${c.openCents}`),
  ].join();

/** Whether two actions are the same thing to do: same step, way, text, receivables and amounts. */
export const isSameAction = (a: PlannedAction, b: PlannedAction): boolean =>
  placeOf(a) === placeOf(b) &&
  a.step === b.step &&
  a.rank === b.rank &&
  a.channel === b.channel &&
  a.tone === b.tone &&
  a.language === b.language &&
  a.contactId === b.contactId &&
  a.totalCents === b.totalCents &&
  linesOf(a) === linesOf(b);

/** What the second plan adds to, takes from and alters in the first, each in its plan's order. */
export function comparePlans(before: Plan, after: Plan): PlanDifference {
  const earlier = new Map(before.actions.map((action) => [placeOf(action), action]));
  const later = new Map(after.actions.map((action) => [placeOf(action), action]));
  const changed: ChangedAction[] = [];
  for (const action of after.actions) {
    const known = earlier.get(placeOf(action));
    if (known && !isSameAction(known, action)) changed.push({ before: known, after: action });
  }
  return {
    added: after.actions.filter((action) => !earlier.has(placeOf(action))),
    removed: before.actions.filter((action) => !later.has(placeOf(action))),
    changed,
  };
}
