// Items of the ledger: what is owed (a receivable, money that went out) and what is in the debtor's favour (a credit note, a payment).
import type { Cents, Currency, Day } from '../kernel/index.ts';

/** Natures of a debt, as stored. */
export type InvoiceNature = 'invoice' | 'opening' | 'adjustment';
/** Natures of a credit other than a payment, as stored. */
export type CreditNoteNature = 'credit_note' | 'opening' | 'adjustment';
/** Money in, or out again (a refund, a rejected payment). */
export type PaymentDirection = 'in' | 'out';
/** Who decided an allocation: the books' lettering, a file naming invoices, a person, or the matcher. */
export type AllocationOrigin = 'lettering' | 'file' | 'manual' | 'automatic';

/** One side of an allocation: what is left of a debt or of a credit. `cents` is positive or zero. */
export type LedgerItem = Readonly<{
  /** Identifies the item among its kind and breaks ties between equal days, so that the order of arrival never matters. */
  key: string;
  on: Day;
  cents: Cents;
  currency: Currency;
}>;

/** Part of a credit applied to a debt; `cents` is positive. */
export type AllocatedPart<C extends LedgerItem = LedgerItem, D extends LedgerItem = LedgerItem> = Readonly<{
  credit: C;
  debt: D;
  cents: Cents;
}>;

/** Oldest first; the key decides between equal days. */
export const byAge = (a: LedgerItem, b: LedgerItem): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
};
