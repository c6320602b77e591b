// Importing payments: found again by what identifies them, created otherwise, and allocated to the invoices they name.
import { hash } from 'node:crypto';
import {
  allocatePayment,
  findKnownPayments,
  type PayableTerm,
  type PaymentRow,
  paymentIdentity,
} from '@quittance/core/intake';
import {
  type Cents,
  type CustomerId,
  cents,
  type Day,
  ok,
  type PaymentId,
  type ReceivableId,
  rowError,
} from '@quittance/core/kernel';
import {
  completePayments,
  type FileAllocation,
  findCustomerIds,
  insertFileAllocations,
  insertPayments,
  listPayableTerms,
  listPayments,
  listPaymentsLeft,
} from '@quittance/db/imports/tables/write';
import type { Tx } from '@quittance/db/tx';
import type { Importer, ImportRun } from '../importer.ts';
import { NO_COUNTS } from '../report.ts';
import { joinFileWithBank } from './join-bank-payments.ts';
import { CHUNK, inChunks, openTable } from './open-table.ts';

/** Sums, and how often each payment was met: identical rows are told apart by counting them. */
type Tally = {
  created: number;
  updated: number;
  allocations: number;
  joined: number;
  ambiguous: number;
  met: Map<string, number>;
  from: Day | null;
  to: Day | null;
};

/** Brings payments in; one of an unknown customer is a row error. */
export const importPayments: Importer = async (tx, run) => {
  const table = await openTable(tx, run, 'payments');
  if (!table.ok) return table;
  run.progress.enter('reading');
  const tally: Tally = {
    created: 0,
    updated: 0,
    allocations: 0,
    joined: 0,
    ambiguous: 0,
    met: new Map(),
    from: null,
    to: null,
  };
  for await (const batch of table.value.batches) {
    for (const rows of inChunks(batch.rows, CHUNK)) await savePayments(tx, run, { rows, tally });
  }
  const closed = await table.value.close();
  if (!closed.ok) return closed;
  const { created, updated, allocations, joined, ambiguous, from, to } = tally;
  return ok({
    counts: { ...NO_COUNTS, payments: { created, updated }, allocations: { created: allocations, updated: 0 } },
    notes: [
      ...closed.value,
      ...(joined > 0 ? [{ code: 'known_from_other_source', facts: joined }] : []),
      ...(ambiguous > 0 ? [{ code: 'bank_payments_ambiguous', count: ambiguous }] : []),
    ],
    covers: from && to ? { from, to } : null,
    hasOpenings: false,
  });
};

type Ready = Readonly<{ row: PaymentRow; key: string; customerId: CustomerId }>;

async function savePayments(
  tx: Tx,
  run: ImportRun,
  { rows, tally }: { rows: readonly PaymentRow[]; tally: Tally },
): Promise<void> {
  const ready = await makeReady(tx, run, { rows, tally });
  const customerIds = [...new Set(ready.map((one) => one.customerId))];
  const days = [...new Set(ready.map((one) => one.row.paidOn))];
  const known = findKnownPayments(ready, await listPayments(tx, run.companyId, { customerIds, days }));
  const found = await joinFileWithBank(tx, run, { ready, known: known.map((one) => one?.paymentId ?? null), tally });
  const created = ready.filter((_, i) => found[i] === null);
  const fresh = await insertPayments(
    tx,
    run,
    created.map((one) => newPayment(one, run)),
  );
  const idOf = new Map<Ready, PaymentId>(created.map((one, i) => [one, fresh[i]!]));
  const details = ready.flatMap(({ row }, i) =>
    found[i] ? [{ paymentId: found[i]!, method: row.method, reference: row.reference }] : [],
  );
  tally.created += created.length;
  tally.updated += details.length > 0 ? await completePayments(tx, details) : 0;
  const naming = ready
    .map((one, i) => ({ ...one, paymentId: found[i] ?? idOf.get(one)! }))
    .filter((one) => one.row.invoiceNumbers.length > 0);
  if (naming.length > 0) tally.allocations += await allocateAll(tx, run, naming);
}

async function makeReady(
  tx: Tx,
  run: ImportRun,
  { rows, tally }: { rows: readonly PaymentRow[]; tally: Tally },
): Promise<Ready[]> {
  const ids = await findCustomerIds(
    tx,
    run.companyId,
    rows.map((row) => row.customerRef),
  );
  return rows.flatMap((row) => {
    const customerId = ids.get(row.customerRef);
    const problem =
      customerId === undefined
        ? rowError(row.row, 'customer_ref', 'unknown_customer', row.customerRef, 'a known customer')
        : row.amountCents === 0
          ? rowError(row.row, 'amount', 'zero_amount', '0', 'an amount other than zero')
          : null;
    if (problem || customerId === undefined) {
      run.errors.add(problem ? [problem] : []);
      return [];
    }
    tally.from = tally.from === null || row.paidOn < tally.from ? row.paidOn : tally.from;
    tally.to = tally.to === null || row.paidOn > tally.to ? row.paidOn : tally.to;
    const base = hash('md5', paymentIdentity(row));
    const times = (tally.met.get(base) ?? 0) + 1;
    tally.met.set(base, times);
    return [{ row, customerId, key: times === 1 ? base : hash('md5', `${base}:${times}`) }];
  });
}

const newPayment = ({ row, key, customerId }: Ready, run: ImportRun) => ({
  customerId,
  paidOn: row.paidOn,
  amountCents: row.amountCents,
  currency: row.currency ?? run.currency,
  method: row.method,
  reference: row.reference,
  key,
  sourceRow: row.row,
});

type Naming = Ready & Readonly<{ paymentId: PaymentId }>;

async function allocateAll(tx: Tx, run: ImportRun, naming: readonly Naming[]): Promise<number> {
  const left = await listPaymentsLeft(
    tx,
    naming.map((one) => one.paymentId),
  );
  const open = await openTerms(tx, run, naming);
  const wanted: FileAllocation[] = [];
  for (const { row, customerId, paymentId } of naming) {
    const ofCustomer = open.get(customerId) ?? new Map<string, Term[]>();
    const state = left.get(paymentId)!;
    const currency = row.currency ?? run.currency;
    const undone = new Set<ReceivableId>(state.undone);
    const { parts, errors } = allocatePayment({ row, openCents: state.openCents, currency, undone }, ofCustomer);
    run.errors.add(errors);
    for (const part of parts) {
      wanted.push({ paymentId, currency, ...part });
      take(ofCustomer, part.receivableId, part.cents);
    }
  }
  if (wanted.length > 0) await insertFileAllocations(tx, run, wanted);
  return wanted.length;
}

/** A term whose open amount goes down as the rows before it are allocated. */
type Term = { -readonly [K in keyof PayableTerm]: PayableTerm[K] };

async function openTerms(
  tx: Tx,
  run: ImportRun,
  naming: readonly Naming[],
): Promise<Map<CustomerId, Map<string, Term[]>>> {
  const customerIds = [...new Set(naming.map((one) => one.customerId))];
  const numbers = [...new Set(naming.flatMap((one) => one.row.invoiceNumbers))];
  const byCustomer = new Map<CustomerId, Map<string, Term[]>>();
  for (const { customerId, ...term } of await listPayableTerms(tx, run.companyId, { customerIds, numbers })) {
    const byNumber = byCustomer.get(customerId) ?? new Map<string, Term[]>();
    byNumber.set(term.number, [...(byNumber.get(term.number) ?? []), term]);
    byCustomer.set(customerId, byNumber);
  }
  return byCustomer;
}

function take(byNumber: Map<string, Term[]>, receivableId: ReceivableId, size: Cents): void {
  for (const terms of byNumber.values()) {
    for (const term of terms) if (term.receivableId === receivableId) term.openCents = cents(term.openCents - size);
  }
}
