// A payment of a table file: what identifies it, which known payment it is, and to which invoices it goes.
import {
  type Cents,
  type Currency,
  cents,
  type Day,
  maxDay,
  type PaymentId,
  type ReceivableId,
  type RowError,
  rowError,
} from '../../kernel/index.ts';
import { allocateInOrder } from '../../ledger/index.ts';
import type { PaymentRow } from '../records.ts';

const SEPARATOR = '\u001f';

/** What makes a payment row the same in the next file: customer, day, amount, reference. Identical rows are told apart by counting them. */
export const paymentIdentity = (row: PaymentRow): string =>
  ['payment', row.customerRef, row.paidOn, row.amountCents, row.reference ?? ''].join(SEPARATOR);

/** A payment of the ledger. `fromBooks` when a FEC brought it. */
export type KnownPayment = Readonly<{
  paymentId: PaymentId;
  key: string;
  customerRef: string;
  paidOn: Day;
  /** Money in positive, money out negative. */
  amountCents: Cents;
  fromBooks: boolean;
}>;

/**
 * Finds the payments that rows already are: by key; else a payment of the books of the same customer, day and amount that no other row is.
 * Returns one entry for each row, null for a new payment.
 */
export function findKnownPayments(
  rows: readonly Readonly<{ row: PaymentRow; key: string }>[],
  known: readonly KnownPayment[],
): (KnownPayment | null)[] {
  const byKey = new Map(known.map((one) => [one.key, one]));
  const free = known.filter((one) => one.fromBooks);
  return rows.map(({ row, key }) => {
    const same = byKey.get(key);
    if (same) return same;
    const at = free.findIndex(
      (one) => one.customerRef === row.customerRef && one.paidOn === row.paidOn && one.amountCents === row.amountCents,
    );
    return at < 0 ? null : free.splice(at, 1)[0]!;
  });
}

/** An open receivable of a named invoice. */
export type PayableTerm = Readonly<{
  receivableId: ReceivableId;
  number: string;
  issuedOn: Day;
  dueOn: Day;
  openCents: Cents;
  currency: Currency;
}>;

/** Part of a payment for one receivable. */
export type PaymentPart = Readonly<{ receivableId: ReceivableId; cents: Cents; on: Day }>;

/** A payment to allocate: its row, what is left of it, and the receivables a person took it off before. */
export type OpenPayment = Readonly<{
  row: PaymentRow;
  openCents: Cents;
  currency: Currency;
  undone: ReadonlySet<ReceivableId>;
}>;

const byDue = (a: PayableTerm, b: PayableTerm): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.receivableId - b.receivableId;

/** Allocates a payment to the invoices it names, in that order, each invoice's earliest term first. Unknown numbers are row errors. */
export function allocatePayment(
  payment: OpenPayment,
  termsByNumber: ReadonlyMap<string, readonly PayableTerm[]>,
): { parts: PaymentPart[]; errors: RowError[] } {
  const { row, undone } = payment;
  const unknown = row.invoiceNumbers.filter((number) => !termsByNumber.has(number));
  const errors = unknown.map((number) =>
    rowError(row.row, 'invoice_numbers', 'unknown_invoice', number, `an invoice of ${row.customerRef}`),
  );
  const terms = [...new Set(row.invoiceNumbers)]
    .flatMap((number) => [...(termsByNumber.get(number) ?? [])].sort(byDue))
    .filter((term) => !undone.has(term.receivableId));
  const debts = terms.map((term) => ({ ...term, key: '', on: term.dueOn, cents: term.openCents }));
  const { parts } = allocateInOrder(
    { cents: cents(Math.max(0, payment.openCents)), currency: payment.currency },
    debts,
  );
  return {
    parts: parts.map(({ debt, cents: size }) => ({
      receivableId: debt.receivableId,
      cents: size,
      on: maxDay(row.paidOn, debt.issuedOn),
    })),
    errors,
  };
}
