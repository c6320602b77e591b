// Settling named items with an amount: exactly, with credit notes, less a discount or fees, in part, or with money over.
import { cents, type Day } from '../../kernel/index.ts';
import { findCombinations } from '../amounts/combinations.ts';
import type { ProposedAllocation } from '../decision.ts';
import type { MatchingPolicy } from '../facts.ts';
import { type Standing, signed } from '../shelf.ts';
import { type AmountEvidence, inOrder, isCrumb, isDiscount, whole } from './draft.ts';

/** How an amount settles items. */
export type Settlement = Readonly<{
  allocations: readonly ProposedAllocation[];
  items: readonly Standing[];
  amount: AmountEvidence;
  unappliedCents: number;
}>;

/** What the money is and when it came. */
export type Received = Readonly<{ cents: number; on: Day }>;

/** What settling knows besides the items: the rest of the same customers, and what the company allows. */
export type Terms = Readonly<{ received: Received; policy: MatchingPolicy; others: () => readonly Standing[] }>;

/** Fees may take this share of what is due and no more: one in twenty. */
const FEE_SHARE = 20;

const sumOf = (items: readonly Standing[]): number => items.reduce((sum, standing) => sum + signed(standing), 0);

const settled = (items: readonly Standing[]): Settlement => ({
  allocations: whole(items),
  items,
  amount: items.length === 1 ? 'amount_exact' : 'amount_sum',
  unappliedCents: 0,
});

/** The agreed discounts still open on the day, where together they are exactly what is missing. */
export function discounted(items: readonly Standing[], received: Received): Settlement | null {
  const discountOf = ({ item: { discount } }: Standing) =>
    discount && received.on <= discount.untilOn ? discount.cents : 0;
  const discounts = items.reduce((sum, standing) => sum + discountOf(standing), 0);
  if (discounts === 0 || sumOf(items) - discounts !== received.cents) return null;
  const allocations = items.map((standing) => ({
    itemId: standing.item.itemId,
    cents: cents(standing.openCents - discountOf(standing)),
  }));
  if (allocations.some((one) => one.cents <= 0)) return null;
  return { allocations, items, amount: 'amount_discount', unappliedCents: 0 };
}

/** All but bank fees, where what is missing is within what the company allows. */
export function lessFees(items: readonly Standing[], { received, policy }: Omit<Terms, 'others'>): Settlement | null {
  const total = sumOf(items);
  const missing = total - received.cents;
  // A discount taken too late is no fee.
  if (isDiscount(items, missing)) return null;
  if (missing <= 0 || missing > policy.feeToleranceCents || missing * FEE_SHARE > total) return null;
  return { allocations: inOrder(items, received.cents), items, amount: 'amount_fee', unappliedCents: 0 };
}

/** The only ones of some items that make exactly a sum, or null. */
function onlyWay(items: readonly Standing[], total: number, worth = signed): Standing[] | null {
  const singles = items.filter((standing) => worth(standing) === total);
  const summands = items.map((standing) => ({ itemId: standing.item.itemId, cents: worth(standing) }));
  const { found } = findCombinations(summands, total);
  if (singles.length + found.length !== 1) return null;
  const chosen = new Set(found[0]?.map(({ itemId }) => itemId));
  return singles.length === 1 ? singles : items.filter(({ item }) => chosen.has(item.itemId));
}

/** More is named than was paid: credit notes of the same customers, a discount, fees, a part of what is named, or what the money reaches. */
function short(items: readonly Standing[], terms: Terms): Settlement[] {
  const { received, others } = terms;
  const missing = sumOf(items) - received.cents;
  const notes = others().filter(({ item }) => item.kind === 'credit_note');
  const credits = onlyWay(notes, missing, ({ openCents }) => openCents);
  const discount = discounted(items, received);
  // An agreed discount to the cent is no fee.
  const fees = discount ? null : lessFees(items, terms);
  const ways = [credits && settled([...items, ...credits]), discount, fees].filter((one) => one !== null);
  const part = onlyWay(items, received.cents);
  if (part) ways.push(settled(part));
  if (ways.length > 0) return ways;
  return [{ allocations: inOrder(items, received.cents), items, amount: 'amount_partial', unappliedCents: 0 }];
}

/** More was paid than is named: one other item exactly, where no others make the same; else the rest stays unapplied. */
function over(items: readonly Standing[], { received, others }: Terms): Settlement[] {
  const rest = received.cents - sumOf(items);
  const [only, ...more] =
    onlyWay(
      others().filter((standing) => !isCrumb(standing)),
      rest,
    ) ?? [];
  if (only && more.length === 0) return [settled([...items, only])];
  return [{ allocations: whole(items), items, amount: 'amount_over', unappliedCents: rest }];
}

/** The ways in which an amount settles named items, likeliest first; none where no receivable is among them. */
export function settle(items: readonly Standing[], terms: Terms): Settlement[] {
  const total = sumOf(items);
  if (!items.some(({ item }) => item.kind === 'receivable')) return [];
  if (total === terms.received.cents) return [settled(items)];
  return total > terms.received.cents ? short(items, terms) : over(items, terms);
}
