// Recheck: is a planned action still right, on fresh facts, just before it leaves (R13, situation 6)?
import type { Cents, Day, ReceivableId } from '../../kernel/index.ts';
import type { CompanyFacts, CustomerFacts, HoldReason, PastContact } from '../facts.ts';
import type { CustomerPlan, PlannedAction, PlannedHold, PlannedItem, SilenceReason } from '../plan.ts';
import { planCustomer } from '../plan-customer.ts';
import { kindOf } from './compare-plans.ts';

/** Why an action does not leave. */
export type CancelReason =
  | 'invoice_settled'
  | 'amount_changed'
  | 'already_done'
  | 'superseded'
  | 'step_changed'
  | 'contact_changed'
  | `held:${HoldReason}`
  | Exclude<SilenceReason, HoldReason>
  | 'below_threshold';

/**
 * `go`: the action may leave as it is; returned with its formal deadline counted from the day and its levels as they stand.
 * Else the reason, the receivables it is about, and `retryOn`: the worked day a mere wait ends (quiet day, spacing), when a
 * caller may ask again instead of planning anew; null when the action is dead.
 */
export type Recheck =
  | Readonly<{ go: true; action: PlannedAction }>
  | Readonly<{ go: false; reason: CancelReason; receivableIds: readonly ReceivableId[]; retryOn: Day | null }>;

const WAITS: readonly SilenceReason[] = ['quiet_day', 'min_gap', 'weekly_cap', 'daily_call_cap'];

const cancelled = (reason: CancelReason, items: readonly PlannedItem[], retryOn: Day | null = null): Recheck => ({
  go: false,
  reason,
  receivableIds: items.map((item) => item.receivableId),
  retryOn,
});

const reasonOf = (hold: PlannedHold): CancelReason => {
  if (hold.reason === 'paid') return 'invoice_settled';
  if (hold.rule === 'R8') return `held:${hold.reason as HoldReason}`;
  return hold.reason as CancelReason;
};

type Fresh = Readonly<{
  open: ReadonlyMap<ReceivableId, Cents>;
  levels: ReadonlyMap<ReceivableId, number>;
  plan: CustomerPlan;
}>;

/** What happened to the receivables themselves: settled, held, done by another action. */
function troubleWithItems(action: PlannedAction, fresh: Fresh): Recheck | null {
  const { open, levels, plan } = fresh;
  const settled = action.items.filter((item) => !open.get(item.receivableId));
  if (settled.length > 0) return cancelled('invoice_settled', settled);
  const done = action.items.filter((item) => item.advances && (levels.get(item.receivableId) ?? 0) >= item.toRank);
  if (done.length > 0) return cancelled('already_done', done);
  for (const hold of plan.holds) {
    if (hold.rule !== 'R8') continue;
    const item = action.items.find((known) => known.receivableId === hold.receivableId);
    const left = item && hold.cents !== null ? (open.get(item.receivableId) ?? 0) - hold.cents : 0;
    if (item && left < item.cents) return cancelled(reasonOf(hold), [item]);
  }
  const less = action.items.filter((item) => (open.get(item.receivableId) ?? 0) < item.cents);
  return less.length > 0 ? cancelled('amount_changed', less) : null;
}

/** Why the planner would do nothing of the kind now: the reason of the receivables that brought the action. */
function whyNothing(action: PlannedAction, plan: CustomerPlan): Recheck {
  const advancing = action.items.filter((item) => item.advances);
  for (const item of advancing) {
    const hold = plan.holds.find((known) => known.receivableId === item.receivableId && known.rule !== 'R8');
    if (hold) return cancelled(reasonOf(hold), [item], WAITS.includes(hold.reason) ? hold.until : null);
  }
  return cancelled('superseded', advancing);
}

const creditText = (action: PlannedAction): string =>
  action.credits.map((credit) => `${credit.kind} ${credit.id} ${credit.openCents}`).join();

/** Whether what the planner would do now still says everything the action says. It may say more. */
function differenceFrom(action: PlannedAction, now: PlannedAction): Recheck | null {
  if (now.rank > action.rank) return cancelled('superseded', action.items);
  if (now.rank < action.rank || now.step !== action.step || now.tone !== action.tone) {
    return cancelled('step_changed', action.items);
  }
  const items = new Map(now.items.map((item) => [item.receivableId, item]));
  const changed = action.items.filter((item) => items.get(item.receivableId)?.cents !== item.cents);
  if (changed.length > 0) return cancelled('amount_changed', changed);
  if (kindOf(action) !== 'task' && creditText(action) !== creditText(now)) return cancelled('amount_changed', []);
  const isReachedAlike =
    now.channel === action.channel && now.contactId === action.contactId && now.language === action.language;
  return isReachedAlike ? null : cancelled('contact_changed', []);
}

/** The action with the levels and the deadline of the day it leaves. */
function refreshed(action: PlannedAction, now: PlannedAction): PlannedAction {
  const items = new Map(now.items.map((item) => [item.receivableId, item]));
  return {
    ...action,
    deadlineOn: now.deadlineOn,
    items: action.items.map((item) => items.get(item.receivableId) ?? item),
  };
}

/**
 * The customer without what left the same day in other currencies only: planned together, those messages are one contact (R4),
 * and the first to leave must not stop the second.
 */
function withoutTwins(on: Day, customer: CustomerFacts, action: PlannedAction): CustomerFacts {
  const others = new Set(customer.receivables.filter((r) => r.currency !== action.currency).map((r) => r.receivableId));
  const isTwin = (past: PastContact): boolean =>
    past.on === on && past.receivableIds.length > 0 && past.receivableIds.every((id) => others.has(id));
  if (others.size === 0 || !customer.pastContacts.some(isTwin)) return customer;
  return { ...customer, pastContacts: customer.pastContacts.filter((past) => !isTwin(past)) };
}

/**
 * Plans the customer again on fresh facts and compares. The action goes while everything it says is true and the planner would say
 * it too, even if the planner would list more; so an approved message that waited for a day is not lost. The facts must not count
 * the action itself as a contact.
 */
export function recheck(
  on: Day,
  company: CompanyFacts,
  of: Readonly<{ customer: CustomerFacts; action: PlannedAction }>,
): Recheck {
  const { action } = of;
  const customer = withoutTwins(on, of.customer, action);
  const plan = planCustomer(on, company, customer);
  const open = new Map(customer.receivables.map((r) => [r.receivableId, r.openCents]));
  const levels = new Map(customer.receivables.map((r) => [r.receivableId, r.level]));
  const trouble = troubleWithItems(action, { open, levels, plan });
  if (trouble) return trouble;
  const now = plan.actions.find((known) => known.currency === action.currency && kindOf(known) === kindOf(action));
  if (!now) return whyNothing(action, plan);
  return differenceFrom(action, now) ?? { go: true, action: refreshed(action, now) };
}
