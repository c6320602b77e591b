// Messages by hand, outside the ladder: whether a person may write this to this customer. The ladder's waits, caps and thresholds do
// not bind a person; what is owed, what the law forbids and what is disputed do.
import type { Cents, Day, ReceivableId } from '../../kernel/index.ts';
import type { CustomerFacts, HoldFact, HoldReason, ReceivableFacts } from '../facts.ts';
import type { CancelReason, Recheck } from '../later/recheck.ts';
import type { PlannedAction, SilenceReason } from '../plan.ts';
import type { Tone } from '../scenario.ts';

/** Holds nobody writes over: insolvency (art. L622-21 C. com.), what others have in hand, what is disputed. */
const FORBIDDING: ReadonlySet<HoldReason> = new Set(['insolvency', 'court', 'agency', 'dispute']);

/** What is to be written about, in what tone. */
export type HandWritten = Readonly<{
  items: readonly Readonly<{ receivableId: ReceivableId; cents: Cents }>[];
  tone: Tone;
}>;

/** Reasons that stop it, reasons to think twice; each once. */
export type HandJudgement = Readonly<{ stops: readonly SilenceReason[]; warnings: readonly SilenceReason[] }>;

const isAbout = (hold: HoldFact, ids: ReadonlySet<ReceivableId>): boolean =>
  hold.receivableId === null || ids.has(hold.receivableId);

/** What of a receivable nobody writes about: parts disputed or in others' hands add up (R8). */
const forbiddenCents = ({ receivableId }: Pick<ReceivableFacts, 'receivableId'>, holds: readonly HoldFact[]): number =>
  holds.reduce(
    (sum, hold) => (hold.receivableId === receivableId && FORBIDDING.has(hold.reason) ? sum + (hold.cents ?? 0) : sum),
    0,
  );

/** What a message by hand may ask of a receivable: the rest of it where a part is disputed or in others' hands, never below zero. */
export const askableCents = (receivable: ReceivableFacts, holds: readonly HoldFact[]): Cents =>
  Math.max(0, receivable.openCents - forbiddenCents(receivable, holds)) as Cents;

/** A hold on a part leaves the rest: it matters only where the message asks for more than the rest. */
const leavesEnough = (hold: HoldFact, { receivables, holds }: CustomerFacts, message: HandWritten): boolean => {
  if (hold.receivableId === null || hold.cents === null) return false;
  const item = message.items.find((each) => each.receivableId === hold.receivableId);
  const receivable = receivables.find((each) => each.receivableId === hold.receivableId);
  if (!item || !receivable) return false;
  const rest = FORBIDDING.has(hold.reason) ? askableCents(receivable, holds) : receivable.openCents - hold.cents;
  return item.cents > 0 && item.cents <= rest;
};

/** Credits of the currency that cover all that is open in it. */
function isCovered(customer: CustomerFacts, currency: string): boolean {
  const sum = (rows: readonly Readonly<{ currency: string; openCents: Cents }>[]): number =>
    rows.reduce((total, row) => (row.currency === currency ? total + row.openCents : total), 0);
  return sum(customer.credits) >= sum(customer.receivables);
}

/** Judges a message by hand on fresh facts. A notice may speak of what is not due; any other tone only of what is late. */
export function judgeByHand(on: Day, customer: CustomerFacts, message: HandWritten): HandJudgement {
  const open = new Map(customer.receivables.map((each) => [each.receivableId, each]));
  const ids = new Set(message.items.map((item) => item.receivableId));
  const listed = message.items.map((item) => open.get(item.receivableId));
  const stops = new Set<SilenceReason>();
  const warnings = new Set<SilenceReason>();
  if (listed.length === 0 || listed.some((each) => !each || each.openCents <= 0)) stops.add('paid');
  if (message.tone !== 'notice' && listed.some((each) => each && each.dueOn >= on)) stops.add('not_due_yet');
  const currency = listed.find((each) => each !== undefined)?.currency;
  if (currency !== undefined && isCovered(customer, currency)) stops.add('credit_covers');
  for (const hold of customer.holds) {
    if (!isAbout(hold, ids) || leavesEnough(hold, customer, message)) continue;
    (FORBIDDING.has(hold.reason) ? stops : warnings).add(hold.reason);
  }
  return { stops: [...stops], warnings: [...warnings] };
}

const CANCELS: Readonly<Partial<Record<SilenceReason, CancelReason>>> = {
  paid: 'invoice_settled',
  insolvency: 'held:insolvency',
  court: 'held:court',
  agency: 'held:agency',
  dispute: 'held:dispute',
  not_due_yet: 'not_due_yet',
  credit_covers: 'credit_covers',
};

/** The re-check of a message by hand just before it leaves (R13): it goes while it may be written and every sum it says is still open. */
export function recheckByHand(on: Day, customer: CustomerFacts, action: PlannedAction): Recheck {
  const [stop] = judgeByHand(on, customer, action).stops;
  const receivableIds = action.items.map((item) => item.receivableId);
  if (stop) return { go: false, reason: CANCELS[stop] ?? 'superseded', receivableIds, retryOn: null };
  const open = new Map(customer.receivables.map((each) => [each.receivableId, each.openCents]));
  const less = action.items.filter((item) => (open.get(item.receivableId) ?? 0) < item.cents);
  if (less.length === 0) return { go: true, action };
  return { go: false, reason: 'amount_changed', receivableIds: less.map((item) => item.receivableId), retryOn: null };
}
