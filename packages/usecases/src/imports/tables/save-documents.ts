// Saves a batch of documents: facts fetched once, each decided by core, everything stored in a few statements.
import {
  type DiscountChange,
  type DueDateChange,
  decideInvoice,
  type InvoiceDecision,
  type InvoiceRow,
} from '@quittance/core/intake';
import { type CustomerId, cents, rowError } from '@quittance/core/kernel';
import {
  changeDiscounts,
  changeDueDates,
  type DetailChange,
  findCreditNotes,
  findCustomerIds,
  findInvoices,
  insertCreditNotes,
  insertInvoices,
  insertNamedCustomers,
  type NewDocument,
  type NewInvoice,
  splitReceivable,
  updateInvoiceDetails,
} from '@quittance/db/imports/tables/write';
import type { Tx } from '@quittance/db/tx';
import type { ImportRun } from '../importer.ts';
import { documentKey } from './document-key.ts';

/** Sums over the batches. */
export type DocumentCounts = {
  customers: number;
  invoices: { created: number; updated: number };
  creditNotes: { created: number; updated: number };
};

type Batch = Readonly<{ documents: readonly (readonly InvoiceRow[])[]; counts: DocumentCounts }>;

/** What a batch writes. */
type Writes = {
  invoices: NewInvoice[];
  creditNotes: NewDocument[];
  details: DetailChange[];
  dueDates: DueDateChange[];
  discounts: DiscountChange[];
  splits: Parameters<typeof splitReceivable>[2][];
};

/** Decides and stores the documents of a batch. Rows of unknown customers without a name are row errors. */
export async function saveDocuments(tx: Tx, run: ImportRun, { documents, counts }: Batch): Promise<void> {
  const known = await withCustomers(tx, run, { documents, counts });
  const names = known.map(({ rows, customerId }) => ({ customerId, number: rows[0]!.number }));
  const invoices = await findInvoices(tx, run.companyId, names);
  const creditNotes = await findCreditNotes(tx, run.companyId, names);
  const writes: Writes = { invoices: [], creditNotes: [], details: [], dueDates: [], discounts: [], splits: [] };
  for (const { rows, customerId } of known) {
    const first = rows[0]!;
    if (first.kind === 'credit_note') {
      const same = creditNotes.get(customerId, first.number);
      const decided = decideInvoice(rows, same ? asKnown(same) : null, run.currency);
      if (decided.kind === 'create') writes.creditNotes.push(newDocument(rows, customerId, decided));
      if (decided.kind === 'refuse') run.errors.add(decided.errors);
      continue;
    }
    const decided = decideInvoice(rows, invoices.get(customerId, first.number), run.currency);
    addInvoice(writes, { run, rows, customerId, decided, counts });
  }
  counts.invoices.created += writes.invoices.length;
  counts.creditNotes.created += writes.creditNotes.length;
  await store(tx, run, writes);
}

/** A credit note has no terms: only its amount can contradict. */
const asKnown = (note: {
  grossCents: NewDocument['grossCents'];
  currency: string;
}): Parameters<typeof decideInvoice>[1] => ({
  ...note,
  invoiceId: 0 as never,
  sentOn: null,
  netCents: null,
  vatCents: null,
  label: null,
  orderRef: null,
  paymentMethod: null,
  terms: [
    {
      receivableId: 0 as never,
      dueOn: '' as never,
      dueEstimated: true,
      grossCents: note.grossCents,
      settledCents: cents(0),
      discount: null,
    },
  ],
});

type Owned = Readonly<{ rows: readonly InvoiceRow[]; customerId: CustomerId }>;

async function withCustomers(tx: Tx, run: ImportRun, { documents, counts }: Batch): Promise<Owned[]> {
  const refs = documents.map((rows) => rows[0]!.customerRef);
  const found = await findCustomerIds(tx, run.companyId, refs);
  const named = new Map<string, string>();
  for (const row of documents.flat()) {
    if (!found.has(row.customerRef) && row.customerName) named.set(row.customerRef, row.customerName);
  }
  counts.customers += await insertNamedCustomers(tx, run, named);
  const all = named.size > 0 ? await findCustomerIds(tx, run.companyId, refs) : found;
  return documents.flatMap((rows) => {
    const customerId = all.get(rows[0]!.customerRef);
    if (customerId !== undefined) return [{ rows, customerId }];
    run.errors.add(
      rows.map((row) =>
        rowError(row.row, 'customer_ref', 'unknown_customer', row.customerRef, 'a known customer, or customer_name'),
      ),
    );
    return [];
  });
}

const newDocument = (
  rows: readonly InvoiceRow[],
  customerId: CustomerId,
  { issuedOn, currency, grossCents, details }: Extract<InvoiceDecision, { kind: 'create' }>,
): NewDocument => {
  const { number, row } = rows[0]!;
  return {
    customerId,
    number,
    issuedOn,
    currency,
    grossCents,
    label: details.label,
    key: documentKey(rows[0]!),
    sourceRow: row,
  };
};

type DecidedInvoice = Owned & Readonly<{ run: ImportRun; decided: InvoiceDecision; counts: DocumentCounts }>;

function addInvoice(writes: Writes, { run, rows, customerId, decided, counts }: DecidedInvoice): void {
  const keyed = <T extends object>(terms: readonly T[]) =>
    terms.map((term, i) => ({ ...term, termNo: i + 1, key: documentKey(rows[0]!, i + 1) }));
  switch (decided.kind) {
    case 'refuse':
      run.errors.add(decided.errors);
      return;
    case 'create':
      writes.invoices.push({
        ...decided.details,
        ...newDocument(rows, customerId, decided),
        terms: keyed(decided.terms),
      });
      return;
    case 'complete': {
      const { known, details, dueDates, discounts, split } = decided;
      const isChanged = [Object.keys(details), dueDates, discounts].some(({ length }) => length > 0) || split !== null;
      if (isChanged) counts.invoices.updated += 1;
      if (Object.keys(details).length > 0) writes.details.push({ invoiceId: known.invoiceId, ...details });
      writes.dueDates.push(...dueDates);
      writes.discounts.push(...discounts);
      if (split) writes.splits.push({ receivableId: known.terms[0]!.receivableId, terms: keyed(split) });
    }
  }
}

async function store(tx: Tx, run: ImportRun, writes: Writes): Promise<void> {
  if (writes.invoices.length > 0) await insertInvoices(tx, run, writes.invoices);
  if (writes.creditNotes.length > 0) await insertCreditNotes(tx, run, writes.creditNotes);
  if (writes.details.length > 0) await updateInvoiceDetails(tx, writes.details);
  await changeDueDates(tx, { on: run.on, actor: run.actor, isEstimate: false }, writes.dueDates);
  if (writes.discounts.length > 0) await changeDiscounts(tx, writes.discounts);
  for (const split of writes.splits) await splitReceivable(tx, run.importId, split);
}
