// Standing: everything decisions touch, locked, with what is left of it while they are checked one after the other.
import type { CompanyId, CreditNoteId, CustomerId, PaymentId, ReceivableId } from '@quittance/core/kernel';
import type { DecisionPart } from '@quittance/db/cash';
import {
  type LockedMovement,
  type LockedNote,
  type LockedPayment,
  listOwnCustomers,
  lockMovements,
  lockNotes,
  lockPayments,
} from '@quittance/db/cash/write';
import { type LockedDebt, lockDebts } from '@quittance/db/ledger/write';
import type { Tx } from '@quittance/db/tx';

type Left<T> = T & { left: number };

/** What is locked, by id; `left` goes down as decisions take from it. */
export type Standing = Readonly<{
  movements: ReadonlyMap<number, Left<LockedMovement>>;
  debts: ReadonlyMap<ReceivableId, Left<LockedDebt>>;
  notes: ReadonlyMap<CreditNoteId, Left<LockedNote>>;
  payments: ReadonlyMap<PaymentId, Left<LockedPayment>>;
  customers: ReadonlySet<CustomerId>;
}>;

const byId = <K, T extends { openCents: number }>(rows: readonly T[], idOf: (row: T) => K): Map<K, Left<T>> =>
  new Map(rows.map((row) => [idOf(row), { ...row, left: row.openCents }]));

const distinct = <T>(ids: readonly T[]): T[] => [...new Set(ids)];

/** Locks in the order that everybody keeps: movements, terms, credit notes, payments. */
export async function lockStanding(
  tx: Tx,
  companyId: CompanyId,
  orders: readonly Readonly<{ transactionId: number; parts: readonly DecisionPart[] }>[],
): Promise<Standing> {
  const parts = orders.flatMap((order) => order.parts);
  const ids = orders.map(({ transactionId }) => transactionId);
  const movements = byId(await lockMovements(tx, companyId, ids), (row) => row.transactionId);
  const debtIds = distinct(
    parts.flatMap(({ allocations, credits, adjustments }) =>
      [...allocations, ...credits, ...adjustments].map(({ receivableId }) => receivableId),
    ),
  );
  const debts = byId(await lockDebts(tx, companyId, debtIds), (row) => row.receivableId);
  const noteIds = distinct(parts.flatMap(({ credits }) => credits.map(({ creditNoteId }) => creditNoteId)));
  const notes = byId(await lockNotes(tx, companyId, noteIds), (row) => row.creditNoteId);
  const paymentIds = distinct(parts.map(({ paymentId }) => paymentId).filter((id) => id !== null));
  const payments = byId(await lockPayments(tx, companyId, paymentIds), (row) => row.paymentId);
  const customerIds = distinct(parts.map(({ customerId }) => customerId));
  return { movements, debts, notes, payments, customers: new Set(await listOwnCustomers(tx, companyId, customerIds)) };
}
