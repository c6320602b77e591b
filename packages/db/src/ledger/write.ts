// Allocations written: rows are only ever added, under locks on both their sides. Only use cases call this.
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
import type { Tx } from '../tx/index.ts';
import type { CreditKey } from './credits.ts';

export type LockedDebt = Readonly<{
  receivableId: ReceivableId;
  customerId: CustomerId;
  issuedOn: Day;
  openCents: number;
  currency: Currency;
  /** Day of the last line it was part of, reversals included; null for none. */
  lastOn: Day | null;
}>;

/** Locks due terms in the order of their ids until the transaction ends: before credits, as the allocation trigger does. */
export async function lockDebts(tx: Tx, companyId: CompanyId, ids: readonly ReceivableId[]): Promise<LockedDebt[]> {
  const { rows } = await sql<LockedDebt>`
    SELECT receivable_id AS "receivableId", customer_id AS "customerId", issued_on AS "issuedOn", open_cents AS "openCents", currency,
      last_allocated_on AS "lastOn"
    FROM receivables WHERE org_id = current_org() AND company_id = ${companyId}
      AND receivable_id = ANY(${ids as readonly number[]}::bigint[]) ORDER BY receivable_id FOR UPDATE`.execute(tx);
  return rows;
}

export type LockedCredit = Readonly<{
  customerId: CustomerId;
  on: Day;
  openCents: number;
  currency: Currency;
  lastOn: Day | null;
}>;

const creditOf = ({ kind, id }: CreditKey): RawBuilder<unknown> =>
  kind === 'payment'
    ? sql`paid_on AS "on" FROM payments WHERE direction = 'in' AND payment_id = ${id}`
    : sql`issued_on AS "on" FROM credit_notes WHERE credit_note_id = ${id}`;

/** Locks a credit until the transaction ends; whoever comes second sees what the first left of it. */
export async function lockCredit(tx: Tx, companyId: CompanyId, key: CreditKey): Promise<LockedCredit | undefined> {
  const { rows } = await sql<LockedCredit>`
    SELECT customer_id AS "customerId", open_cents AS "openCents", currency, last_allocated_on AS "lastOn", ${creditOf(key)}
      AND org_id = current_org() AND company_id = ${companyId} FOR UPDATE`.execute(tx);
  return rows[0];
}

export type NewAllocation = Readonly<{
  companyId: CompanyId;
  credit: CreditKey;
  /** Null where the credit goes into money out. */
  receivableId: ReceivableId | null;
  /** The money out that the credit goes into. */
  refundId?: PaymentId;
  /** Default: a person's. */
  origin?: 'manual' | 'automatic';
  on: Day;
  /** Negative for a reversal, and only for one. */
  cents: number;
  currency: Currency;
  reverses: AllocationId | null;
  reason: string;
  actor: string;
}>;

/** Adds allocations, decided by a person unless said; the trigger keeps both sides' open amounts. Returns their ids, in order. */
export async function insertAllocations(tx: Tx, rows: readonly NewAllocation[]): Promise<AllocationId[]> {
  const made = await sql<{ id: AllocationId }>`
    INSERT INTO allocations (company_id, payment_id, credit_note_id, receivable_id, refund_id, allocated_on, cents, currency, origin,
      reverses_allocation_id, reason, actor)
    SELECT g."companyId", CASE WHEN g.credit ->> 'kind' = 'payment' THEN (g.credit ->> 'id')::bigint END,
      CASE WHEN g.credit ->> 'kind' = 'credit_note' THEN (g.credit ->> 'id')::bigint END,
      g."receivableId", g."refundId", g."on", g.cents, g.currency, coalesce(g.origin, 'manual'), g.reverses, g.reason, g.actor
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g ("companyId" bigint, credit jsonb, "receivableId" bigint, "refundId" bigint,
      origin text, "on" date, cents bigint, currency text, reverses bigint, reason text, actor text)
    RETURNING allocation_id AS id`.execute(tx);
  return made.rows.map(({ id }) => id);
}
