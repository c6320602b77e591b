// Facts written by a deed: money in or out, a credit that closes a difference, a document of late fees, and the lines that join them.
import type {
  AllocationId,
  CompanyId,
  Currency,
  CustomerId,
  Day,
  InvoiceId,
  PaymentId,
  ReceivableId,
} from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { CreditKey } from '../ledger/credits.ts';
import type { Tx } from '../tx/index.ts';

type Fact = Readonly<{ companyId: CompanyId; customerId: CustomerId; on: Day; cents: number; currency: Currency }>;

/** Money in or out; `reverses` names the line it takes back. */
export type NewMoney = Fact &
  Readonly<{
    direction: 'in' | 'out';
    purpose: string;
    method: string | null;
    reference: string | null;
    reverses: PaymentId | null;
  }>;

/** Records money in or out; returns its id. */
export async function insertMoney(tx: Tx, money: NewMoney): Promise<PaymentId> {
  const { rows } = await sql<{ id: PaymentId }>`
    INSERT INTO payments (company_id, customer_id, direction, purpose, paid_on, cents, currency, method, reference, reverses_payment_id, source_key)
    VALUES (${money.companyId}, ${money.customerId}, ${money.direction}, ${money.purpose}, ${money.on}, ${money.cents}, ${money.currency},
      ${money.method}, ${money.reference}, ${money.reverses}, gen_random_uuid()) RETURNING payment_id AS id`.execute(
    tx,
  );
  return rows[0]!.id;
}

/** Records a credit that closes a difference; returns its id. */
export async function insertCredit(
  tx: Tx,
  credit: Fact & Readonly<{ number: string; nature: string; label: string }>,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO credit_notes (company_id, customer_id, number, nature, issued_on, gross_cents, currency, label, source_key)
    VALUES (${credit.companyId}, ${credit.customerId}, ${credit.number}, ${credit.nature}, ${credit.on}, ${credit.cents}, ${credit.currency},
      nullif(${credit.label}, ''), gen_random_uuid()) RETURNING credit_note_id AS id`.execute(tx);
  return rows[0]!.id;
}

/** Records a document of late fees with its only due term. */
export async function insertFeeDocument(
  tx: Tx,
  fee: Fact & Readonly<{ number: string; dueOn: Day }>,
): Promise<{ invoiceId: InvoiceId; receivableId: ReceivableId }> {
  const { rows } = await sql<{ invoiceId: InvoiceId; receivableId: ReceivableId }>`
    WITH made AS (
      INSERT INTO invoices (company_id, customer_id, number, nature, issued_on, gross_cents, currency, source_key)
      VALUES (${fee.companyId}, ${fee.customerId}, ${fee.number}, 'late_fee', ${fee.on}, ${fee.cents}, ${fee.currency}, gen_random_uuid())
      RETURNING invoice_id)
    INSERT INTO receivables (company_id, customer_id, invoice_id, issued_on, due_on, gross_cents, currency, source_key)
    SELECT ${fee.companyId}, ${fee.customerId}, invoice_id, ${fee.on}, ${fee.dueOn}, ${fee.cents}, ${fee.currency}, gen_random_uuid() FROM made
    RETURNING invoice_id AS "invoiceId", receivable_id AS "receivableId"`.execute(tx);
  return rows[0]!;
}

/** A line that joins a credit to a due term or to money out; `reverses` makes it a reversal, negative. */
export type NewLine = Readonly<{
  companyId: CompanyId;
  credit: CreditKey;
  receivableId: ReceivableId | null;
  refundId: PaymentId | null;
  on: Day;
  cents: number;
  currency: Currency;
  reverses: AllocationId | null;
  reason: string;
  actor: string;
}>;

/** Adds lines; the trigger keeps both sides' open amounts. Returns their ids, in order. */
export async function insertLines(tx: Tx, rows: readonly NewLine[]): Promise<AllocationId[]> {
  if (rows.length === 0) return [];
  const made = await sql<{ id: AllocationId }>`
    INSERT INTO allocations (company_id, payment_id, credit_note_id, receivable_id, refund_id, allocated_on, cents, currency, origin,
      reverses_allocation_id, reason, actor)
    SELECT g."companyId", CASE WHEN g.credit ->> 'kind' = 'payment' THEN (g.credit ->> 'id')::bigint END,
      CASE WHEN g.credit ->> 'kind' = 'credit_note' THEN (g.credit ->> 'id')::bigint END,
      g."receivableId", g."refundId", g."on", g.cents, g.currency, 'manual', g.reverses, g.reason, g.actor
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g ("companyId" bigint, credit jsonb, "receivableId" bigint, "refundId" bigint,
      "on" date, cents bigint, currency text, reverses bigint, reason text, actor text)
    RETURNING allocation_id AS id`.execute(tx);
  return made.rows.map(({ id }) => id);
}
