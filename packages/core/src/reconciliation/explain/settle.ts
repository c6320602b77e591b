// Settling named items with an amount: exactly, less a discount or fees, with credit notes, in part, or with money over.
import { cents, type Day } from '../../kernel/index.ts';
import { findCombinations } from '../amounts/combinations.ts';
import type { ProposedAllocation } from '../decision.ts';
import type { MatchingPolicy } from '../facts.ts';
import type { Standing } from '../open-book.ts';
import { type AmountEvidence, inOrder, isCrumb, signed, whole } from './draft.ts';

/** How an amount settles items. */
export type Settlement = Readonly<{
  allocations: readonly ProposedAllocation[];
  items: readonly Standing[];
  amount: AmountEvidence;
  unappliedCents: number;
}>;

/** What the money is and when it came. */
export type Received = Readonly<{ cents: number; on: Day }>;

/** Fees may take this share of what is due and no more: one in twenty. */
const FEE_SHARE = 20;

const settled = (items: readonly Standing[]): Settlement => ({
  allocations: whole(items),
  items,
  amount: items.length === 1 ? 'amount_exact' : 'amount_sum',
  unappliedCents: 0,
});

/** The agreed discounts still open on the day, where together they are exactly what is missing. */
function discounted(items: readonly Standing[], received: Received): Settlement | null {
  const total = items.reduce((sum, standing) => sum + signed(standing), 0);
  const discountOf = ({ item: { discount } }: Standing) =>
    discount && received.on <= discount.untilOn ? discount.cents : 0;
  const discounts = items.reduce((sum, standing) => sum + discountOf(standing), 0);
  if (discounts === 0 || total - discounts !== received.cents) return null;
  const allocations = items.map((standing) => ({
    itemId: standing.item.itemId,
    cents: cents(standing.openCents - discountOf(standing)),
  }));
  return { allocations, items, amount: 'amount_discount', unappliedCents: 0 };
}

const isFee = (missing: number, total: number, policy: MatchingPolicy): boolean =>
  missing > 0 && missing <= policy.feeToleranceCents && missing * FEE_SHARE <= total;

/** More is named than was paid: a part of the named items exactly, credit notes of the same customers, or what the money reaches. */
function short(items: readonly Standing[], others: () => readonly Standing[], received: Received): Settlement {
  const summands = items.map((standing) => ({ itemId: standing.item.itemId, cents: signed(standing) }));
  const { found } = findCombinations(summands, received.cents);
  const single = items.find((standing) => signed(standing) === received.cents);
  if (single && found.length === 0) return settled([single]);
  if (found.length === 1 && !single) {
    const chosen = new Set(found[0]?.map(({ itemId }) => itemId));
    return settled(items.filter(({ item }) => chosen.has(item.itemId)));
  }
  const missing = items.reduce((sum, standing) => sum + signed(standing), 0) - received.cents;
  const credits = creditsOf(others(), missing);
  if (credits) return settled([...items, ...credits]);
  return { allocations: inOrder(items, received.cents), items, amount: 'amount_partial', unappliedCents: 0 };
}

/** Credit notes that make exactly what is missing, where only one way does. */
function creditsOf(others: readonly Standing[], missing: number): Standing[] | null {
  const credits = others.filter(({ item }) => item.kind === 'credit_note');
  const single = credits.filter(({ openCents }) => openCents === missing);
  if (single.length === 1) return single;
  if (single.length > 1) return null;
  const { found } = findCombinations(
    credits.map(({ item, openCents }) => ({ itemId: item.itemId, cents: openCents })),
    missing,
  );
  if (found.length !== 1) return null;
  const chosen = new Set(found[0]?.map(({ itemId }) => itemId));
  return credits.filter(({ item }) => chosen.has(item.itemId));
}

/** More was paid than is named: one other item exactly, else the rest stays unapplied. */
function over(items: readonly Standing[], others: () => readonly Standing[], received: Received): Settlement {
  const total = items.reduce((sum, standing) => sum + signed(standing), 0);
  const rest = received.cents - total;
  const fitting = others().filter((standing) => signed(standing) === rest && !isCrumb(standing));
  if (fitting.length === 1) return settled([...items, ...fitting]);
  return { allocations: whole(items), items, amount: 'amount_over', unappliedCents: rest };
}

/** The likeliest way an amount settles named items; `others` are the rest of the same customers. */
export function settle(
  items: readonly Standing[],
  others: () => readonly Standing[],
  terms: Readonly<{ received: Received; policy: MatchingPolicy }>,
): Settlement | null {
  const { received, policy } = terms;
  const total = items.reduce((sum, standing) => sum + signed(standing), 0);
  if (items.length === 0 || !items.some(({ item }) => item.kind === 'receivable')) return null;
  if (total === received.cents) return settled(items);
  const less = discounted(items, received);
  if (less) return less;
  if (isFee(total - received.cents, total, policy))
    return { allocations: inOrder(items, received.cents), items, amount: 'amount_fee', unappliedCents: 0 };
  return total > received.cents ? short(items, others, received) : over(items, others, received);
}
