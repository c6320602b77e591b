// Locking what a deed is about, in the order of the allocation trigger: due terms, then credits. What is read here is read under lock.
import type {
  AllocationId,
  CompanyId,
  Currency,
  CustomerId,
  Day,
  PaymentId,
  ReceivableId,
} from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { CreditKey } from '../ledger/credits.ts';
import type { Tx } from '../tx/index.ts';

/** A credit or money out under lock. */
export type LockedMoney = Readonly<{
  paymentId: PaymentId;
  customerId: CustomerId;
  direction: 'in' | 'out';
  purpose: string;
  on: Day;
  cents: number;
  openCents: number;
  currency: Currency;
  method: string | null;
  reference: string | null;
  /** Day of the last line taken back from it; null for none. */
  lastUndoneOn: Day | null;
}>;

/** Locks a payment of any direction; undefined for one of others. */
export async function lockPayment(tx: Tx, companyId: CompanyId, id: number): Promise<LockedMoney | undefined> {
  const { rows } = await sql<LockedMoney>`
    SELECT payment_id AS "paymentId", customer_id AS "customerId", direction, purpose, paid_on AS "on", cents, open_cents AS "openCents",
      currency, method, reference, (SELECT max(a.allocated_on) FROM allocations a WHERE a.org_id = current_org()
        AND a.payment_id = p.payment_id AND a.reverses_allocation_id IS NOT NULL) AS "lastUndoneOn"
    FROM payments p WHERE org_id = current_org() AND company_id = ${companyId} AND payment_id = ${id} FOR UPDATE`.execute(
    tx,
  );
  return rows[0];
}

/** An allocation in force. */
export type LiveLine = Readonly<{
  allocationId: AllocationId;
  receivableId: ReceivableId | null;
  /** Money out it was allocated to. */
  refundId: PaymentId | null;
  on: Day;
  cents: number;
}>;

const creditIs = ({ kind, id }: CreditKey): RawBuilder<unknown> =>
  kind === 'payment' ? sql`a.payment_id = ${id}` : sql`a.credit_note_id = ${id}`;

/** What a credit is applied to now, the newest first. */
export async function listLiveLines(tx: Tx, credit: CreditKey): Promise<LiveLine[]> {
  const { rows } = await sql<LiveLine>`
    SELECT a.allocation_id AS "allocationId", a.receivable_id AS "receivableId", a.refund_id AS "refundId", a.allocated_on AS "on", a.cents
    FROM allocations a WHERE a.org_id = current_org() AND ${creditIs(credit)} AND a.reverses_allocation_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM allocations b WHERE b.org_id = a.org_id AND b.reverses_allocation_id = a.allocation_id)
    ORDER BY a.allocation_id DESC`.execute(tx);
  return rows;
}

/** The lines named, as they were when they were in force. */
export async function listLinesById(tx: Tx, ids: readonly number[]): Promise<LiveLine[]> {
  const { rows } = await sql<LiveLine>`
    SELECT allocation_id AS "allocationId", receivable_id AS "receivableId", refund_id AS "refundId", allocated_on AS "on", cents
    FROM allocations WHERE org_id = current_org() AND allocation_id = ANY(${ids as number[]}::bigint[]) ORDER BY allocation_id`.execute(
    tx,
  );
  return rows;
}
