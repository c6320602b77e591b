// What is open on a day, from dated facts alone: the same question for a receivable, a credit note or a payment.
import { type Cents, cents, type Day, ZERO } from '../kernel/index.ts';

/** An allocation seen from one of its sides; a reversal is negative. */
export type DatedCents = Readonly<{ on: Day; cents: Cents }>;

/** An item and every allocation that ever touched it. */
export type AllocatedItem = Readonly<{ on: Day; cents: Cents; allocations: readonly DatedCents[] }>;

/** Gross less the allocations dated on or before `on`; zero before the item exists. Never negative on a sound ledger. */
export function openAsOf(item: AllocatedItem, on: Day): Cents {
  if (item.on > on) return ZERO;
  let open: number = item.cents;
  for (const allocation of item.allocations) if (allocation.on <= on) open -= allocation.cents;
  return cents(open);
}
