// Allocating a lettered group: credits meet debts, oldest against oldest, each currency by itself.
import { type Cents, type Currency, cents } from '../kernel/index.ts';
import { type AllocatedPart, byAge, type LedgerItem } from './item.ts';

/** What came out of a group: the parts applied, and what found nothing on the other side. */
export type GroupAllocation<C extends LedgerItem = LedgerItem, D extends LedgerItem = LedgerItem> = Readonly<{
  parts: readonly AllocatedPart<C, D>[];
  creditLeft: Cents;
  debtLeft: Cents;
}>;

/**
 * Applies the credits of a group to its debts, first in first out by (day, key): the result does not depend on the order given.
 * Money out is a debt like a receivable. Never across currencies; what is left stays where it was.
 */
export function allocateGroup<C extends LedgerItem, D extends LedgerItem>(
  credits: readonly C[],
  debts: readonly D[],
): GroupAllocation<C, D> {
  const parts: AllocatedPart<C, D>[] = [];
  let creditLeft = 0;
  let debtLeft = 0;
  for (const currency of currenciesOf(credits, debts)) {
    const left = allocateCurrency(inOrder(credits, currency), inOrder(debts, currency), parts);
    creditLeft += left.credit;
    debtLeft += left.debt;
  }
  return { parts, creditLeft: cents(creditLeft), debtLeft: cents(debtLeft) };
}

const currenciesOf = (...sides: readonly (readonly LedgerItem[])[]): Currency[] =>
  [...new Set(sides.flatMap((side) => side.map((item) => item.currency)))].sort();

const inOrder = <T extends LedgerItem>(items: readonly T[], currency: Currency): T[] =>
  items.filter((item) => item.currency === currency && item.cents > 0).sort(byAge);

function allocateCurrency<C extends LedgerItem, D extends LedgerItem>(
  credits: readonly C[],
  debts: readonly D[],
  parts: AllocatedPart<C, D>[],
): { credit: number; debt: number } {
  let c = 0;
  let d = 0;
  let credit: number = credits[0]?.cents ?? 0;
  let debt: number = debts[0]?.cents ?? 0;
  while (c < credits.length && d < debts.length) {
    const applied = Math.min(credit, debt);
    parts.push({ credit: credits[c]!, debt: debts[d]!, cents: cents(applied) });
    credit -= applied;
    debt -= applied;
    if (credit === 0) credit = credits[++c]?.cents ?? 0;
    if (debt === 0) debt = debts[++d]?.cents ?? 0;
  }
  return { credit: credit + sumFrom(credits, c + 1), debt: debt + sumFrom(debts, d + 1) };
}

const sumFrom = (items: readonly LedgerItem[], start: number): number => {
  let sum = 0;
  for (let i = start; i < items.length; i++) sum += items[i]!.cents;
  return sum;
};
