// Trade: what happened between the company and its customers, before it is written into books: sales, receipts, and what settles what.
import type { Cents, Day } from '@quittance/core/kernel';
import type { DemoCustomer } from '../people/demo-customer.ts';

/** One due term of a sale. */
export type Term = Readonly<{ dueOn: Day; cents: Cents }>;

/** An invoice or a credit note; its number comes when all sales stand in order. Amounts are positive for both. */
export type Sale = Readonly<{
  customer: DemoCustomer;
  kind: 'invoice' | 'credit_note';
  issuedOn: Day;
  sentOn: Day | null;
  terms: readonly Term[];
  grossCents: Cents;
  vatCents: Cents;
  label: string;
}>;

/** Money that came to the bank. */
export type Receipt = Readonly<{ customer: DemoCustomer; on: Day; cents: Cents }>;

/** A lettered group: complete when its invoices equal its credit notes and receipts, partial otherwise. */
export type Settlement = Readonly<{
  on: Day;
  sales: readonly Sale[];
  receipts: readonly Receipt[];
}>;

/** An invoice moved from 411 to 416 because it will hardly be paid. */
export type DoubtfulTransfer = Readonly<{ sale: Sale; on: Day }>;

/** A payment in the books that nobody lettered: the bank's own file says which sales it names. */
export type UnletteredPayment = Receipt & Readonly<{ sales: readonly Sale[] }>;

export type Trade = Readonly<{
  sales: readonly Sale[];
  receipts: readonly Receipt[];
  settlements: readonly Settlement[];
  doubtful: readonly DoubtfulTransfer[];
  /** Among the receipts, those the bank's file tells more of. */
  unlettered: readonly UnletteredPayment[];
}>;

/** Everything of several trades together. */
export const joinTrades = (trades: readonly Trade[]): Trade => ({
  sales: trades.flatMap((trade) => trade.sales),
  receipts: trades.flatMap((trade) => trade.receipts),
  settlements: trades.flatMap((trade) => trade.settlements),
  doubtful: trades.flatMap((trade) => trade.doubtful),
  unlettered: trades.flatMap((trade) => trade.unlettered),
});
