// Decisions written: payments, adjustments, the decisions themselves and what ties movements to payments. Only use cases call this.
import type {
  AllocationId,
  CompanyId,
  CreditNoteId,
  Currency,
  CustomerId,
  Day,
  PaymentId,
} from '@quittance/core/kernel';
import type { Evidence, TextSpan } from '@quittance/core/reconciliation';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import type { AdjustmentNature } from '../stored.ts';

/** Money in or out of a customer's account, as a fact. */
export type NewPayment = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  direction: 'in' | 'out';
  purpose: 'payment' | 'moved_in' | 'return' | 'refund' | 'misattributed' | 'moved_out' | 'gain' | 'cancelled';
  on: Day;
  cents: number;
  currency: Currency;
  reference: string | null;
  reverses: PaymentId | null;
}>;

/** Adds payments; returns their ids in order. */
export async function insertPayments(tx: Tx, rows: readonly NewPayment[]): Promise<PaymentId[]> {
  if (rows.length === 0) return [];
  const made = await sql<{ id: PaymentId }>`
    INSERT INTO payments (company_id, customer_id, direction, purpose, paid_on, cents, currency, reference, reverses_payment_id, source_key)
    SELECT g."companyId", g."customerId", g.direction, g.purpose, g."on", g.cents, g.currency, g.reference, g.reverses, gen_random_uuid()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g ("companyId" bigint, "customerId" bigint, direction text, purpose text,
      "on" date, cents bigint, currency text, reference text, reverses bigint)
    RETURNING payment_id AS id`.execute(tx);
  return made.rows.map(({ id }) => id);
}

/** A credit that closes a small difference. */
export type NewAdjustment = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  nature: AdjustmentNature | 'waiver';
  /** Number of the document whose difference it closes. */
  number: string;
  on: Day;
  cents: number;
  currency: Currency;
}>;

/** Adds adjustments; returns their ids in order. */
export async function insertAdjustments(tx: Tx, rows: readonly NewAdjustment[]): Promise<CreditNoteId[]> {
  if (rows.length === 0) return [];
  const made = await sql<{ id: CreditNoteId }>`
    INSERT INTO credit_notes (company_id, customer_id, nature, number, issued_on, gross_cents, currency, source_key)
    SELECT g."companyId", g."customerId", g.nature, g.number, g."on", g.cents, g.currency, gen_random_uuid()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g ("companyId" bigint, "customerId" bigint, nature text, number text,
      "on" date, cents bigint, currency text)
    RETURNING credit_note_id AS id`.execute(tx);
  return made.rows.map(({ id }) => id);
}

export type NewDecision = Readonly<{
  companyId: CompanyId;
  transactionId: number;
  origin: 'automatic' | 'accepted' | 'manual';
  evidence: readonly Evidence[];
  confidence: number | null;
  spans: readonly TextSpan[];
  allocationIds: readonly AllocationId[];
  note: string;
  actor: string;
  on: Day;
}>;

/** Adds decisions; returns their ids in order. */
export async function insertDecisions(tx: Tx, rows: readonly NewDecision[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const made = await sql<{ id: number }>`
    INSERT INTO bank_decisions (company_id, transaction_id, origin, evidence, confidence, spans, allocation_ids, note, actor, decided_on)
    SELECT g."companyId", g."transactionId", g.origin, g.evidence, g.confidence, g.spans, g."allocationIds", g.note, g.actor, g."on"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g ("companyId" bigint, "transactionId" bigint, origin text, evidence text[],
      confidence numeric, spans jsonb, "allocationIds" bigint[], note text, actor text, "on" date)
    RETURNING decision_id AS id`.execute(tx);
  return made.rows.map(({ id }) => id);
}

export type NewMatch = Readonly<{
  companyId: CompanyId;
  decisionId: number;
  transactionId: number;
  paymentId: PaymentId;
  cents: number;
  isRecordedBefore: boolean;
  actor: string;
}>;

/** Ties movements to payments; the trigger keeps what is left of the movements. */
export async function insertMatches(tx: Tx, rows: readonly NewMatch[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO bank_matches (company_id, decision_id, transaction_id, payment_id, cents, is_recorded_before, actor)
    SELECT g."companyId", g."decisionId", g."transactionId", g."paymentId", g.cents, g."isRecordedBefore", g.actor
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g ("companyId" bigint, "decisionId" bigint, "transactionId" bigint,
      "paymentId" bigint, cents bigint, "isRecordedBefore" boolean, actor text)`.execute(tx);
}

/** Unties everything that a decision tied. */
export async function reverseMatches(tx: Tx, decisionId: number, actor: string): Promise<void> {
  await sql`
    INSERT INTO bank_matches (company_id, decision_id, transaction_id, payment_id, cents, is_recorded_before, reverses_match_id, actor)
    SELECT m.company_id, m.decision_id, m.transaction_id, m.payment_id, -m.cents, m.is_recorded_before, m.match_id, ${actor}
    FROM bank_matches m WHERE m.org_id = current_org() AND m.decision_id = ${decisionId} AND m.reverses_match_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM bank_matches u WHERE u.org_id = m.org_id AND u.reverses_match_id = m.match_id)`.execute(
    tx,
  );
}

/** Locks a decision; its day of undoing where somebody undid it, undefined where there is none. */
export async function lockDecision(
  tx: Tx,
  companyId: CompanyId,
  decisionId: number,
): Promise<{ transactionId: number; undoneOn: Day | null } | undefined> {
  const { rows } = await sql<{ transactionId: number; undoneOn: Day | null }>`
    SELECT transaction_id AS "transactionId", undone_on AS "undoneOn" FROM bank_decisions
    WHERE org_id = current_org() AND company_id = ${companyId} AND decision_id = ${decisionId} FOR UPDATE`.execute(tx);
  return rows[0];
}

/** Notes that a decision was undone. */
export async function markUndone(
  tx: Tx,
  decisionId: number,
  by: Readonly<{ on: Day; actor: string; reason: string }>,
): Promise<void> {
  await sql`UPDATE bank_decisions SET undone_on = ${by.on}, undone_by = ${by.actor}, undone_at = recorded_now(), undone_reason = ${by.reason}
    WHERE org_id = current_org() AND decision_id = ${decisionId}`.execute(tx);
}

/** An allocation that stands, of a payment or among those named. */
export type StandingAllocation = Readonly<{
  allocationId: AllocationId;
  paymentId: PaymentId | null;
  creditNoteId: CreditNoteId | null;
  receivableId: number | null;
  /** Null where it settles a term. */
  refundId: PaymentId | null;
  on: Day;
  cents: number;
  currency: Currency;
}>;

/** Allocations not undone: of these payments, and those named. */
export async function listStanding(
  tx: Tx,
  of: Readonly<{ paymentIds: readonly PaymentId[]; allocationIds: readonly AllocationId[] }>,
): Promise<StandingAllocation[]> {
  const { rows } = await sql<StandingAllocation>`
    SELECT a.allocation_id AS "allocationId", a.payment_id AS "paymentId", a.credit_note_id AS "creditNoteId",
      a.receivable_id AS "receivableId", a.refund_id AS "refundId", a.allocated_on AS "on", a.cents, a.currency
    FROM allocations a WHERE a.org_id = current_org() AND a.reverses_allocation_id IS NULL
      AND (a.payment_id = ANY(${of.paymentIds as readonly number[]}::bigint[])
        OR a.allocation_id = ANY(${of.allocationIds as readonly number[]}::bigint[]))
      AND NOT EXISTS (SELECT 1 FROM allocations u WHERE u.org_id = a.org_id AND u.reverses_allocation_id = a.allocation_id)
    ORDER BY a.allocation_id`.execute(tx);
  return rows;
}
