// What a line of a customer account is in the ledger: decided by the journal's nature, the side and the piece reference.
import type { JournalNature } from './journal-nature.ts';

/** The fact a line becomes. `debt` raises what the customer owes, `credit` lowers it. */
export type FecFactKind =
  | 'invoice'
  | 'credit_note'
  | 'payment_in'
  | 'payment_out'
  | 'opening_debt'
  | 'opening_credit'
  | 'adjustment_debt'
  | 'adjustment_credit';

/** The part of a line on which its kind depends. */
export type FecLineSide = Readonly<{ isDebit: boolean; hasPiece: boolean }>;

const sided = (isDebit: boolean, debt: FecFactKind, credit: FecFactKind): FecFactKind => (isDebit ? debt : credit);

/**
 * Invoices are debits of the sales journals, or of another one with a piece reference; credit notes their opposites; payments come
 * from bank, cash and bills, where a debit is money out; opening entries are of unknown detail; the rest are adjustments.
 */
export function classifyFecLine({ isDebit, hasPiece }: FecLineSide, nature: JournalNature): FecFactKind {
  switch (nature) {
    case 'opening':
      return sided(isDebit, 'opening_debt', 'opening_credit');
    case 'bank':
    case 'cash':
    case 'bills':
      return sided(isDebit, 'payment_out', 'payment_in');
    case 'sales':
      return sided(isDebit, 'invoice', 'credit_note');
    default:
      return hasPiece
        ? sided(isDebit, 'invoice', 'credit_note')
        : sided(isDebit, 'adjustment_debt', 'adjustment_credit');
  }
}

/** Where a kind is stored: a debt or a credit note with its nature, or a payment with its direction. */
export type FecStorage = Readonly<{ table: 'invoice' | 'credit_note' | 'payment'; nature: string }>;

/** Table and nature (or direction) of each kind. */
export const FEC_STORAGE: Readonly<Record<FecFactKind, FecStorage>> = {
  invoice: { table: 'invoice', nature: 'invoice' },
  opening_debt: { table: 'invoice', nature: 'opening' },
  adjustment_debt: { table: 'invoice', nature: 'adjustment' },
  credit_note: { table: 'credit_note', nature: 'credit_note' },
  opening_credit: { table: 'credit_note', nature: 'opening' },
  adjustment_credit: { table: 'credit_note', nature: 'adjustment' },
  payment_in: { table: 'payment', nature: 'in' },
  payment_out: { table: 'payment', nature: 'out' },
};
