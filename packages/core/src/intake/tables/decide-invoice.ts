// An invoice of a table file against the ledger: new, already known and perhaps completed, or in contradiction. Never doubled, never altered.
import {
  type Cents,
  type Currency,
  cents,
  type Day,
  type InvoiceId,
  type ReceivableId,
  type RowError,
  rowError,
} from '../../kernel/index.ts';
import type { InvoiceRow, TermDiscount } from '../records.ts';

/** A due term of a known invoice. */
export type KnownTerm = Readonly<{
  receivableId: ReceivableId;
  dueOn: Day;
  dueEstimated: boolean;
  grossCents: Cents;
  settledCents: Cents;
  discount: TermDiscount | null;
}>;

/** An invoice of the ledger that has the number and customer of the rows. */
export type KnownInvoice = Readonly<{
  invoiceId: InvoiceId;
  grossCents: Cents;
  currency: Currency;
  sentOn: Day | null;
  netCents: Cents | null;
  vatCents: Cents | null;
  label: string | null;
  orderRef: string | null;
  paymentMethod: string | null;
  terms: readonly KnownTerm[];
}>;

/** A term to have: its day, its amount, and what is taken off it for paying early. */
export type WantedTerm = Readonly<{ dueOn: Day; grossCents: Cents; discount: TermDiscount | null }>;

/** A due date to replace. */
export type DueDateChange = Readonly<{
  receivableId: ReceivableId;
  oldDueOn: Day;
  newDueOn: Day;
  wasEstimated: boolean;
}>;

/** An early-payment discount to write on a known term. */
export type DiscountChange = Readonly<{ receivableId: ReceivableId }> & TermDiscount;

/** What an invoice carries beside its terms. */
export type InvoiceDetails = Pick<
  InvoiceRow,
  'sentOn' | 'netCents' | 'vatCents' | 'label' | 'orderRef' | 'paymentMethod'
>;

/** What becomes of the rows of one invoice. */
export type InvoiceDecision =
  | Readonly<{
      kind: 'create';
      issuedOn: Day;
      currency: Currency;
      grossCents: Cents;
      terms: readonly WantedTerm[];
      details: InvoiceDetails;
    }>
  | Readonly<{
      kind: 'complete';
      known: KnownInvoice;
      /** Values the file gives and the ledger has not, or has otherwise. Empty: nothing to change. */
      details: Partial<InvoiceDetails>;
      dueDates: readonly DueDateChange[];
      /** Agreed since, or otherwise than known; a file that tells none takes none away. */
      discounts: readonly DiscountChange[];
      /** The real terms of an invoice known as one estimated term. */
      split: readonly WantedTerm[] | null;
    }>
  | Readonly<{ kind: 'refuse'; errors: readonly RowError[] }>;

const total = (rows: readonly InvoiceRow[], of: (row: InvoiceRow) => Cents | null): Cents | null => {
  const given = rows.map(of).filter((value) => value !== null);
  return given.length === rows.length ? cents(given.reduce((sum, value) => sum + value, 0)) : null;
};

const firstOf = <T>(rows: readonly InvoiceRow[], of: (row: InvoiceRow) => T | null): T | null =>
  rows.map(of).find((value) => value !== null) ?? null;

const detailsOf = (rows: readonly InvoiceRow[]): InvoiceDetails => ({
  sentOn: firstOf(rows, (row) => row.sentOn),
  netCents: total(rows, (row) => row.netCents),
  vatCents: total(rows, (row) => row.vatCents),
  label: firstOf(rows, (row) => row.label),
  orderRef: firstOf(rows, (row) => row.orderRef),
  paymentMethod: firstOf(rows, (row) => row.paymentMethod),
});

/** What is wrong with the rows themselves. One bad term leaves the whole invoice out: part of an invoice would be a false amount. */
function checkRows(rows: readonly InvoiceRow[]): RowError[] {
  const first = rows[0]!;
  const errors: RowError[] = [];
  for (const row of rows) {
    if (row.grossCents === 0) errors.push(rowError(row.row, 'gross', 'zero_amount', '0', 'an amount above zero'));
    if (row.kind === 'invoice' && row.dueOn < row.issuedOn) {
      errors.push(rowError(row.row, 'due_on', 'due_before_issued', row.dueOn, `${row.issuedOn} or later`));
    }
    if (row.issuedOn !== first.issuedOn)
      errors.push(rowError(row.row, 'issued_on', 'terms_contradict', row.issuedOn, first.issuedOn));
    if (row.currency !== first.currency) {
      errors.push(rowError(row.row, 'currency', 'terms_contradict', row.currency ?? '', first.currency ?? ''));
    }
  }
  const bad = new Set(errors.map((error) => error.row));
  const others = errors.length > 0 ? rows.filter((row) => !bad.has(row.row)) : [];
  return [
    ...errors,
    ...others.map((row) => rowError(row.row, 'invoice_number', 'other_term_refused', row.number, 'all terms readable')),
  ];
}

const termsOf = (rows: readonly InvoiceRow[]): WantedTerm[] =>
  rows
    .map(({ dueOn, grossCents, discount }) => ({ dueOn, grossCents, discount }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.grossCents - b.grossCents));

/** Decides about the rows of one invoice (same customer, number and kind). */
export function decideInvoice(
  rows: readonly InvoiceRow[],
  known: KnownInvoice | null,
  companyCurrency: Currency,
): InvoiceDecision {
  const errors = checkRows(rows);
  if (errors.length > 0) return { kind: 'refuse', errors };
  const grossCents = total(rows, (row) => row.grossCents)!;
  const currency = rows[0]!.currency ?? companyCurrency;
  const terms = termsOf(rows);
  const details = detailsOf(rows);
  if (!known) return { kind: 'create', issuedOn: rows[0]!.issuedOn, currency, grossCents, terms, details };
  if (known.grossCents !== grossCents || known.currency !== currency)
    return contradiction(rows, 'gross_differs', known);
  return complete(rows, known, { terms, details });
}

/** Cents as a French file writes them: 1234,56. */
const written = (amount: number): string => (amount / 100).toFixed(2).replace('.', ',');

const contradiction = (rows: readonly InvoiceRow[], code: string, known: KnownInvoice): InvoiceDecision => ({
  kind: 'refuse',
  errors: rows.map((row) =>
    rowError(
      row.row,
      'gross',
      code,
      `${written(total(rows, (one) => one.grossCents)!)} ${row.currency ?? ''}`.trim(),
      `${written(known.grossCents)} ${known.currency}`,
    ),
  ),
});

function complete(
  rows: readonly InvoiceRow[],
  known: KnownInvoice,
  given: { terms: readonly WantedTerm[]; details: InvoiceDetails },
): InvoiceDecision {
  const details = changedDetails(known, given.details);
  const inFile = given.terms;
  const inLedger = [...known.terms].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const only = inLedger.length === 1 ? inLedger[0]! : null;
  if (only && inFile.length > 1) {
    if (only.settledCents > inFile[0]!.grossCents) return contradiction(rows, 'settled_beyond_first_term', known);
    const dueDates = dueChange([only, inFile[0]!]);
    return { kind: 'complete', known, details, dueDates, discounts: [], split: inFile };
  }
  const isSame =
    inLedger.length === inFile.length &&
    inFile.every((term) => inLedger.some((one) => one.grossCents === term.grossCents));
  if (!isSame) return contradiction(rows, 'terms_differ', known);
  const pairs = pairTerms(inLedger, inFile);
  const [dueDates, discounts] = [pairs.flatMap(dueChange), pairs.flatMap(discountChange)];
  return { kind: 'complete', known, details, dueDates, discounts, split: null };
}

type TermPair = readonly [known: KnownTerm, given: WantedTerm];

/** Pairs terms of equal amount, earliest first; an only one with the only one. */
function pairTerms(inLedger: readonly KnownTerm[], inFile: readonly WantedTerm[]): TermPair[] {
  const left = [...inLedger];
  const only = inLedger.length === 1;
  return inFile.flatMap((term): TermPair[] => {
    const at = left.findIndex((one) => only || one.grossCents === term.grossCents);
    const [known] = left.splice(at, 1);
    return known ? [[known, term]] : [];
  });
}

/** The day, where it differs or was only estimated. */
const dueChange = ([known, { dueOn }]: TermPair): DueDateChange[] =>
  known.dueOn === dueOn && !known.dueEstimated
    ? []
    : [
        {
          receivableId: known.receivableId,
          oldDueOn: known.dueOn,
          newDueOn: dueOn,
          wasEstimated: known.dueEstimated,
        },
      ];

const discountChange = ([{ receivableId, discount: had }, { discount }]: TermPair): DiscountChange[] =>
  discount && (had?.cents !== discount.cents || had.untilOn !== discount.untilOn)
    ? [{ receivableId, ...discount }]
    : [];

const changedDetails = (known: KnownInvoice, given: InvoiceDetails): Partial<InvoiceDetails> =>
  Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== null && value !== known[name as keyof InvoiceDetails]),
  );
