// Neutral records of the table files (CSV, XLSX): one type per kind, with the row they come from. Absent values are null.
import type { Cents, Currency, Day } from '../kernel/index.ts';
import type { ContactRole, CustomerKind, Language } from '../parties/index.ts';

/** A customer as a file describes it. Null means "the file does not say": it never erases what is known. */
export type CustomerRow = Readonly<{
  row: number;
  ref: string;
  name: string;
  kind: CustomerKind | null;
  siren: string | null;
  vatNumber: string | null;
  email: string | null;
  phone: string | null;
  addressLine1: string | null;
  addressLine2: string | null;
  postalCode: string | null;
  city: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  language: Language | null;
  segment: string | null;
  sector: string | null;
  /** As written: the calendar's term parser judges it. */
  paymentTerms: string | null;
  creditLimitCents: Cents | null;
  iban: string | null;
  scenario: string | null;
  ownerEmail: string | null;
}>;

/** A person at a customer. */
export type ContactRow = Readonly<{
  row: number;
  customerRef: string;
  name: string;
  roles: readonly ContactRole[];
  email: string | null;
  phone: string | null;
  language: Language | null;
}>;

/** An early-payment discount agreed on a due term: so much less, with VAT, until a day included. */
export type TermDiscount = Readonly<{ cents: Cents; untilOn: Day }>;

/** One due term of an invoice, or a credit note. */
export type InvoiceRow = Readonly<{
  row: number;
  customerRef: string;
  number: string;
  kind: 'invoice' | 'credit_note';
  issuedOn: Day;
  dueOn: Day;
  /** This term's amount with VAT; never negative, a credit note's too. */
  grossCents: Cents;
  netCents: Cents | null;
  vatCents: Cents | null;
  currency: Currency | null;
  customerName: string | null;
  sentOn: Day | null;
  label: string | null;
  orderRef: string | null;
  paymentMethod: string | null;
  /** Agreed on this term; below its amount, never on a credit note. */
  discount: TermDiscount | null;
}>;

/** Money received from a customer (negative: paid back). */
export type PaymentRow = Readonly<{
  row: number;
  customerRef: string;
  paidOn: Day;
  amountCents: Cents;
  currency: Currency | null;
  method: string | null;
  reference: string | null;
  /** Invoices it pays, in this order; none means unapplied. */
  invoiceNumbers: readonly string[];
}>;

/** One movement of a bank account; money in is positive. */
export type BankRow = Readonly<{
  row: number;
  bookedOn: Day;
  amountCents: Cents;
  valueOn: Day | null;
  currency: Currency | null;
  label: string | null;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  reference: string | null;
}>;

/** The kinds of table files, and the record each gives. */
export type TableRows = {
  customers: CustomerRow;
  contacts: ContactRow;
  invoices: InvoiceRow;
  payments: PaymentRow;
  bank: BankRow;
};

/** A kind of table file. */
export type TableKind = keyof TableRows;
export const TABLE_KINDS: readonly TableKind[] = ['customers', 'contacts', 'invoices', 'payments', 'bank'];
