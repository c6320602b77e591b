// Allocating one amount: to debts in a given order (the invoices a payer names), or oldest first where nothing says otherwise.
import { type Cents, cents } from '../kernel/index.ts';
import { byAge, type LedgerItem } from './item.ts';

/** Part of an amount applied to one debt, and what is left of the amount. */
export type AmountAllocation<D extends LedgerItem = LedgerItem> = Readonly<{
  parts: readonly Readonly<{ debt: D; cents: Cents }>[];
  left: Cents;
}>;

/** Applies `amount` to `debts` in the order given, each as far as it goes; debts of another currency are passed over. */
export function allocateInOrder<D extends LedgerItem>(
  amount: Pick<LedgerItem, 'cents' | 'currency'>,
  debts: readonly D[],
): AmountAllocation<D> {
  const parts: { debt: D; cents: Cents }[] = [];
  let left: number = amount.cents;
  for (const debt of debts) {
    if (left <= 0) break;
    const applied = debt.currency === amount.currency ? Math.min(left, debt.cents) : 0;
    if (applied <= 0) continue;
    parts.push({ debt, cents: cents(applied) });
    left -= applied;
  }
  return { parts, left: cents(left) };
}

/** Applies `amount` to the oldest debts first (C. civ. art. 1342-10: on the debts due, then the oldest). */
export const allocateOldestFirst = <D extends LedgerItem>(
  amount: Pick<LedgerItem, 'cents' | 'currency'>,
  debts: readonly D[],
): AmountAllocation<D> => allocateInOrder(amount, [...debts].sort(byAge));
