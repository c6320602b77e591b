// Deeds read: what happened to payments and due terms after the money came.
import type { CompanyId, Currency, CustomerId, Day, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** One deed; kinds are those of table payment_deeds. */
export type DeedRow = Readonly<{
  deedId: number;
  kind: string;
  on: Day;
  cents: number;
  currency: Currency;
  customerId: CustomerId;
  customerName: string;
  paymentId: PaymentId | null;
  receivableId: ReceivableId | null;
  invoiceNumber: string;
  toCustomerId: CustomerId | null;
  toCustomerName: string;
  code: string;
  reference: string;
  note: string;
  actor: string;
  at: Date;
  undoneOn: Day | null;
  undoneBy: string | null;
}>;

/** The same with what it wrote, to undo it. */
export type DeedFacts = DeedRow &
  Readonly<{
    outPaymentId: PaymentId | null;
    inPaymentId: PaymentId | null;
    creditNoteId: number | null;
    freedIds: readonly number[];
    holdIds: readonly number[];
    taskId: number | null;
  }>;

const columns = sql`d.deed_id AS "deedId", d.kind, d.happened_on AS "on", d.cents, d.currency, d.customer_id AS "customerId", c.name AS "customerName",
  d.payment_id AS "paymentId", d.receivable_id AS "receivableId", coalesce(i.number, '') AS "invoiceNumber", d.to_customer_id AS "toCustomerId",
  coalesce(o.name, '') AS "toCustomerName", d.code, d.reference, d.note, d.actor, d.recorded_at AS at, d.undone_on AS "undoneOn", d.undone_by AS "undoneBy"`;
const written = sql`d.out_payment_id AS "outPaymentId", d.in_payment_id AS "inPaymentId", d.credit_note_id AS "creditNoteId",
  d.freed_ids AS "freedIds", d.hold_ids AS "holdIds", d.task_id AS "taskId"`;
const from = sql`payment_deeds d JOIN customers c ON c.org_id = d.org_id AND c.customer_id = d.customer_id
  LEFT JOIN customers o ON o.org_id = d.org_id AND o.customer_id = d.to_customer_id
  LEFT JOIN receivables r ON r.org_id = d.org_id AND r.receivable_id = d.receivable_id
  LEFT JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id`;

/** One deed of a company with what it wrote, or undefined. */
export async function findDeed(tx: Tx, companyId: CompanyId, deedId: number): Promise<DeedFacts | undefined> {
  const { rows } = await sql<DeedFacts>`SELECT ${columns}, ${written} FROM ${from}
    WHERE d.org_id = current_org() AND d.company_id = ${companyId} AND d.deed_id = ${deedId}`.execute(tx);
  return rows[0];
}

/** The deed in force that sent this money out, or undefined. */
export async function findDeedOfOut(
  tx: Tx,
  companyId: CompanyId,
  outPaymentId: PaymentId,
): Promise<DeedFacts | undefined> {
  const { rows } = await sql<DeedFacts>`SELECT ${columns}, ${written} FROM ${from}
    WHERE d.org_id = current_org() AND d.company_id = ${companyId} AND d.out_payment_id = ${outPaymentId} AND d.undone_on IS NULL`.execute(
    tx,
  );
  return rows[0];
}

/** Deeds about a payment, or that brought it, the oldest first. */
export async function listDeedsOf(tx: Tx, companyId: CompanyId, paymentId: PaymentId): Promise<DeedRow[]> {
  const { rows } =
    await sql<DeedRow>`SELECT ${columns} FROM ${from} WHERE d.org_id = current_org() AND d.company_id = ${companyId}
    AND (d.payment_id = ${paymentId} OR d.in_payment_id = ${paymentId}) ORDER BY d.deed_id`.execute(tx);
  return rows;
}

/** Whether something was done with a payment that stands, besides entering it. */
export async function hasDeeds(tx: Tx, paymentId: PaymentId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`SELECT EXISTS (SELECT 1 FROM payment_deeds WHERE org_id = current_org()
    AND payment_id = ${paymentId} AND kind <> 'record' AND undone_on IS NULL) AS has`.execute(tx);
  return rows[0]!.has;
}

/** Whether a movement of the bank is tied to a payment now. */
export async function isTied(tx: Tx, paymentId: PaymentId): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`SELECT coalesce(sum(cents), 0) > 0 AS is FROM bank_matches
    WHERE org_id = current_org() AND payment_id = ${paymentId}`.execute(tx);
  return rows[0]!.is;
}

/** Whether a cancelled entry was entered again. */
export async function isEnteredAgain(tx: Tx, deedId: number): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`SELECT EXISTS (SELECT 1 FROM payment_deeds WHERE org_id = current_org()
    AND again_of = ${deedId}) AS is`.execute(tx);
  return rows[0]!.is;
}

export type DeedFilter = Readonly<{
  companyId: CompanyId;
  kinds: readonly string[];
  customerId?: CustomerId | undefined;
  receivableId?: ReceivableId | undefined;
  limit: number;
  offset: number;
}>;

const matching = ({ companyId, kinds, customerId, receivableId }: DeedFilter): RawBuilder<unknown> => sql`
  d.org_id = current_org() AND d.company_id = ${companyId} AND d.kind = ANY(${kinds as string[]})
  ${customerId === undefined ? sql`` : sql`AND d.customer_id = ${customerId}`}
  ${receivableId === undefined ? sql`` : sql`AND d.receivable_id = ${receivableId}`}`;

/** A page of deeds of some kinds, the latest first, with the number of all that match. */
export async function listDeeds(tx: Tx, filter: DeedFilter): Promise<{ items: DeedRow[]; total: number }> {
  const { rows } = await sql<DeedRow>`SELECT ${columns} FROM ${from} WHERE ${matching(filter)}
    ORDER BY d.deed_id DESC LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(tx);
  const count = await sql<{
    total: number;
  }>`SELECT count(*) AS total FROM payment_deeds d WHERE ${matching(filter)}`.execute(tx);
  return { items: rows, total: Number(count.rows[0]!.total) };
}

/** Cents of small differences closed on a due term and still in force, whoever closed them. */
export async function readAdjustedCents(tx: Tx, receivableId: ReceivableId): Promise<number> {
  const { rows } = await sql<{ cents: number }>`SELECT coalesce(sum(a.cents), 0)::bigint AS cents FROM allocations a
    JOIN credit_notes n ON n.org_id = a.org_id AND n.credit_note_id = a.credit_note_id
    WHERE a.org_id = current_org() AND a.receivable_id = ${receivableId}
      AND n.nature IN ('write_off', 'discount', 'bank_fee', 'exchange')`.execute(tx);
  return rows[0]!.cents;
}

/** Number of the document a due term belongs to. */
export async function readNumberOf(tx: Tx, receivableId: ReceivableId): Promise<string> {
  const { rows } = await sql<{ number: string }>`SELECT i.number FROM receivables r
    JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    WHERE r.org_id = current_org() AND r.receivable_id = ${receivableId}`.execute(tx);
  return rows[0]?.number ?? '';
}

/** The deed in force that a credit closes a difference by, or undefined. */
export async function findClosingDeed(
  tx: Tx,
  companyId: CompanyId,
  creditNoteId: number,
): Promise<DeedFacts | undefined> {
  const { rows } = await sql<DeedFacts>`SELECT ${columns}, ${written} FROM ${from}
    WHERE d.org_id = current_org() AND d.company_id = ${companyId} AND d.credit_note_id = ${creditNoteId} AND d.undone_on IS NULL`.execute(
    tx,
  );
  return rows[0];
}
