// Open book: what the ordinary customers of the demo still owe, handed out customer by customer so that no two receipts meet.
import { addDays, type Cents, type Day } from '@quittance/core/kernel';
import type { Pieces } from '../books/pieces.ts';
import type { DemoCustomer } from '../people/demo-customer.ts';
import type { Receipt, Sale, Trade } from '../trade/trade.ts';

/** An invoice nobody paid anything of. */
export type OpenSale = Readonly<{ customer: DemoCustomer; number: string; cents: Cents; dueOn: Day }>;

/** One customer's, never none. */
export type Owed = readonly [OpenSale, ...OpenSale[]];

/** Hands out customers with what they owe, each once. */
export type OpenBook = Readonly<{
  /** The next customer with at least so many open invoices, those due first in front; null when none is left. */
  take: (atLeast?: number) => Owed | null;
}>;

// Paid at the earliest so long after it was issued.
const ISSUED_DAYS_AGO = 12;

const byDue = (a: OpenSale, b: OpenSale): number => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);

/** Opens the book of `customers` as of today. */
export function openBook(
  trade: Trade,
  pieces: Pieces,
  of: { customers: readonly DemoCustomer[]; today: Day },
): OpenBook {
  const touched = new Set<Sale>(trade.settlements.flatMap(({ sales }) => sales));
  const refs = new Set(of.customers.map(({ ref }) => ref));
  const latest = addDays(of.today, -ISSUED_DAYS_AGO);
  const owed = new Map<string, OpenSale[]>();
  for (const sale of trade.sales) {
    const { customer, kind, issuedOn, terms, grossCents: cents } = sale;
    const isOpen = kind === 'invoice' && issuedOn <= latest && !touched.has(sale);
    if (!isOpen || !refs.has(customer.ref)) continue;
    const open = { customer, number: pieces.saleNumber(sale), cents, dueOn: terms[0]!.dueOn };
    owed.set(customer.ref, [...(owed.get(customer.ref) ?? []), open]);
  }
  const left = [...owed.values()].map((sales) => sales.sort(byDue));
  return {
    take: (atLeast = 1) => {
      const at = left.findIndex(({ length }) => length >= atLeast);
      const [found] = at < 0 ? [] : left.splice(at, 1);
      const [first, ...others] = found ?? [];
      return first ? [first, ...others] : null;
    },
  };
}

/** The latest receipts of these customers that the books hold. */
export const latestReceipts = (trade: Trade, refs: ReadonlySet<string>, from: Day): Receipt[] =>
  trade.receipts.filter(({ customer, on }) => on >= from && refs.has(customer.ref));
