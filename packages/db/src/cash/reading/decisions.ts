// Decisions read: what was decided about movements, with the payments, allocations and adjustments each wrote.
import type {
  AllocationId,
  CompanyId,
  CreditNoteId,
  Currency,
  CustomerId,
  Day,
  InvoiceId,
  PaymentId,
  ReceivableId,
} from '@quittance/core/kernel';
import type { Evidence, TextSpan } from '@quittance/core/reconciliation';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { isTold } from '../conditions.ts';

export type DecidedPayment = Readonly<{
  paymentId: PaymentId;
  customerId: CustomerId;
  cents: number;
  /** Of the movement, in its currency. */
  matchedCents: number;
  currency: Currency;
  openCents: number;
  /** The books, a file or a person told it, before the decision or since: it stays when the decision is undone. */
  isRecordedBefore: boolean;
  /** Money out alone: the payment it gives back, where that is known. */
  givesBack: PaymentId | null;
  isOut: boolean;
}>;

export type DecidedAllocation = Readonly<{
  allocationId: AllocationId;
  receivableId: ReceivableId;
  paymentId: PaymentId | null;
  creditNoteId: CreditNoteId | null;
  /** Number and nature of the credit note; null for money. */
  creditNumber: string | null;
  creditNature: string | null;
  creditOpenCents: number | null;
  invoiceId: InvoiceId;
  customerId: CustomerId;
  number: string;
  dueOn: Day;
  openCents: number;
  currency: Currency;
  cents: number;
}>;

export type DecisionRow = Readonly<{
  decisionId: number;
  transactionId: number;
  origin: 'automatic' | 'accepted' | 'manual';
  actor: string;
  at: Date;
  on: Day;
  evidence: readonly Evidence[];
  confidence: number | null;
  spans: readonly TextSpan[];
  note: string;
  undoneOn: Day | null;
  undoneBy: string | null;
  undoneAt: Date | null;
  undoneReason: string | null;
  taughtAliasId: number | null;
  payments: readonly DecidedPayment[];
  allocations: readonly DecidedAllocation[];
}>;

const PAYMENTS = sql`(SELECT jsonb_agg(jsonb_build_object('paymentId', p.payment_id, 'customerId', p.customer_id, 'cents', p.cents,
    'matchedCents', m.cents, 'currency', p.currency, 'openCents', p.open_cents, 'isRecordedBefore', m.is_recorded_before OR (${isTold}),
    'givesBack', CASE p.direction WHEN 'out' THEN p.reverses_payment_id END, 'isOut', p.direction = 'out') ORDER BY m.match_id)
  FROM bank_matches m JOIN payments p ON p.org_id = m.org_id AND p.payment_id = m.payment_id
  WHERE m.org_id = d.org_id AND m.decision_id = d.decision_id AND m.reverses_match_id IS NULL)`;

const ALLOCATIONS = sql`(SELECT jsonb_agg(jsonb_build_object('allocationId', a.allocation_id, 'receivableId', a.receivable_id,
    'paymentId', a.payment_id, 'creditNoteId', a.credit_note_id, 'creditNumber', n.number, 'creditNature', n.nature,
    'creditOpenCents', n.open_cents, 'invoiceId', r.invoice_id, 'customerId', r.customer_id, 'number', i.number, 'dueOn', r.due_on,
    'openCents', r.open_cents, 'currency', a.currency, 'cents', a.cents) ORDER BY a.allocation_id)
  FROM allocations a JOIN receivables r ON r.org_id = a.org_id AND r.receivable_id = a.receivable_id
  JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
  LEFT JOIN credit_notes n ON n.org_id = a.org_id AND n.credit_note_id = a.credit_note_id
  WHERE a.org_id = d.org_id AND a.allocation_id = ANY(d.allocation_ids))`;

const decisionsWhere = (condition: RawBuilder<unknown>): RawBuilder<DecisionRow> => sql<DecisionRow>`
  SELECT d.decision_id AS "decisionId", d.transaction_id AS "transactionId", d.origin, d.actor, d.decided_at AS at, d.decided_on AS "on",
    d.evidence, d.confidence::float8 AS confidence, d.spans, d.note, d.undone_on AS "undoneOn", d.undone_by AS "undoneBy",
    d.undone_at AS "undoneAt", d.undone_reason AS "undoneReason", d.taught_alias_id AS "taughtAliasId",
    coalesce(${PAYMENTS}, '[]') AS payments, coalesce(${ALLOCATIONS}, '[]') AS allocations
  FROM bank_decisions d WHERE d.org_id = current_org() AND ${condition} ORDER BY d.decision_id DESC`;

/** Decisions about movements, the newest first; those in force, or every one. */
export async function listDecisions(
  tx: Tx,
  transactionIds: readonly number[],
  which: 'in_force' | 'all',
): Promise<DecisionRow[]> {
  const named = sql`d.transaction_id = ANY(${transactionIds as number[]}::bigint[])`;
  const { rows } = await decisionsWhere(which === 'all' ? named : sql`${named} AND d.undone_on IS NULL`).execute(tx);
  return rows;
}

/** One decision of a company, or undefined. */
export async function findDecision(tx: Tx, companyId: CompanyId, decisionId: number): Promise<DecisionRow | undefined> {
  const { rows } = await decisionsWhere(sql`d.company_id = ${companyId} AND d.decision_id = ${decisionId}`).execute(tx);
  return rows[0];
}
