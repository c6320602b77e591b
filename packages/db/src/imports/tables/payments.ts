// Payments of a table file: known ones fetched for the decision, new ones stored, then allocated to the invoices they name.
import type { KnownPayment, PayableTerm } from '@quittance/core/intake';
import type {
  Cents,
  CompanyId,
  Currency,
  CustomerId,
  Day,
  ImportId,
  PaymentId,
  ReceivableId,
} from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

/** Payments of those customers on those days. */
export async function listPayments(
  tx: Tx,
  companyId: CompanyId,
  among: Readonly<{ customerIds: readonly CustomerId[]; days: readonly Day[] }>,
): Promise<KnownPayment[]> {
  const { rows } = await sql<KnownPayment>`
    SELECT p.payment_id AS "paymentId", replace(p.source_key::text, '-', '') AS key, c.ref AS "customerRef", p.paid_on AS "paidOn",
      CASE p.direction WHEN 'in' THEN p.cents ELSE -p.cents END AS "amountCents", coalesce(m.kind = 'fec', false) AS "fromBooks"
    FROM payments p JOIN customers c ON c.org_id = p.org_id AND c.customer_id = p.customer_id
    LEFT JOIN imports m ON m.org_id = p.org_id AND m.import_id = p.import_id
    WHERE p.org_id = current_org() AND p.company_id = ${companyId} AND p.customer_id = ANY(${[...among.customerIds]}::bigint[])
      AND p.paid_on = ANY(${[...among.days]}::date[]) ORDER BY p.payment_id`.execute(tx);
  return rows;
}

/** A payment to create; `amountCents` negative for money out. */
export type NewPayment = Readonly<{
  customerId: CustomerId;
  paidOn: Day;
  amountCents: Cents;
  currency: Currency;
  method: string | null;
  reference: string | null;
  key: string;
  sourceRow: number;
}>;

/** Creates payments; their ids in the order given. */
export async function insertPayments(
  tx: Tx,
  scope: Readonly<{ companyId: CompanyId; importId: ImportId }>,
  payments: readonly NewPayment[],
): Promise<PaymentId[]> {
  const { rows } = await sql<{ paymentId: PaymentId; key: string }>`
    INSERT INTO payments (company_id, customer_id, direction, paid_on, cents, currency, method, reference, source_key, import_id, source_row)
    SELECT ${scope.companyId}, "customerId", CASE WHEN "amountCents" > 0 THEN 'in' ELSE 'out' END, "paidOn", abs("amountCents"), currency, method, reference,
      key, ${scope.importId}, "sourceRow"
    FROM jsonb_to_recordset(${JSON.stringify(payments)}::jsonb) AS g ("customerId" bigint, "paidOn" date, "amountCents" bigint, currency text, method text,
      reference text, key uuid, "sourceRow" integer)
    RETURNING payment_id AS "paymentId", replace(source_key::text, '-', '') AS key`.execute(tx);
  const byKey = new Map(rows.map((row) => [row.key, row.paymentId]));
  return payments.map((payment) => byKey.get(payment.key)!);
}

/** Fills in the method and reference of known payments where they have none; returns how many changed. */
export async function completePayments(
  tx: Tx,
  details: readonly Readonly<{ paymentId: PaymentId; method: string | null; reference: string | null }>[],
): Promise<number> {
  const changed =
    await sql`UPDATE payments p SET method = coalesce(p.method, g.method), reference = coalesce(p.reference, g.reference)
    FROM jsonb_to_recordset(${JSON.stringify(details)}::jsonb) AS g ("paymentId" bigint, method text, reference text)
    WHERE p.org_id = current_org() AND p.payment_id = g."paymentId"
      AND ((p.method IS NULL AND g.method IS NOT NULL) OR (p.reference IS NULL AND g.reference IS NOT NULL))`.execute(
      tx,
    );
  return Number(changed.numAffectedRows ?? 0n);
}

/** What is left of a payment, and the receivables it was taken off. */
export type PaymentLeft = Readonly<{ openCents: Cents; undone: readonly ReceivableId[] }>;

/** What is left of those payments; money out has nothing to give. */
export async function listPaymentsLeft(tx: Tx, paymentIds: readonly PaymentId[]): Promise<Map<PaymentId, PaymentLeft>> {
  const { rows } = await sql<PaymentLeft & { paymentId: PaymentId }>`
    SELECT p.payment_id AS "paymentId", CASE p.direction WHEN 'in' THEN p.open_cents ELSE 0 END AS "openCents",
      ARRAY(SELECT DISTINCT a.receivable_id FROM allocations a WHERE a.org_id = p.org_id AND a.payment_id = p.payment_id
        AND a.reverses_allocation_id IS NOT NULL AND a.receivable_id IS NOT NULL) AS undone
    FROM payments p WHERE p.org_id = current_org() AND p.payment_id = ANY(${[...paymentIds]}::bigint[])`.execute(tx);
  return new Map(rows.map((row) => [row.paymentId, row]));
}

/** Terms of the invoices of those customers with those numbers, paid ones included: they are known, though nothing is left of them. */
export async function listPayableTerms(
  tx: Tx,
  companyId: CompanyId,
  among: Readonly<{ customerIds: readonly CustomerId[]; numbers: readonly string[] }>,
): Promise<(PayableTerm & { customerId: CustomerId })[]> {
  const { rows } = await sql<PayableTerm & { customerId: CustomerId }>`
    SELECT r.receivable_id AS "receivableId", i.customer_id AS "customerId", i.number, r.issued_on AS "issuedOn", r.due_on AS "dueOn",
      r.open_cents AS "openCents", r.currency
    FROM invoices i JOIN receivables r ON r.org_id = i.org_id AND r.invoice_id = i.invoice_id
    WHERE i.org_id = current_org() AND i.company_id = ${companyId} AND i.number = ANY(${[...among.numbers]}::text[])
      AND i.customer_id = ANY(${[...among.customerIds]}::bigint[])`.execute(tx);
  return rows;
}

/** A payment's part for a receivable. */
export type FileAllocation = Readonly<{
  paymentId: PaymentId;
  receivableId: ReceivableId;
  cents: Cents;
  currency: Currency;
  on: Day;
}>;

/** Stores allocations a file asks for. One that touches an item which had an allocation undone is not dated before that. */
export async function insertFileAllocations(
  tx: Tx,
  scope: Readonly<{ companyId: CompanyId; importId: ImportId; actor: string }>,
  parts: readonly FileAllocation[],
): Promise<void> {
  await sql`INSERT INTO allocations (company_id, payment_id, receivable_id, allocated_on, cents, currency, origin, import_id, actor)
    SELECT ${scope.companyId}, g."paymentId", g."receivableId", greatest(g."on", (SELECT max(a.allocated_on) FROM allocations a
        WHERE a.org_id = current_org() AND a.reverses_allocation_id IS NOT NULL
          AND (a.receivable_id = g."receivableId" OR a.payment_id = g."paymentId"))), g.cents, g.currency, 'file', ${scope.importId}, ${scope.actor}
    FROM jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) AS g ("paymentId" bigint, "receivableId" bigint, cents bigint, currency text, "on" date)`.execute(
    tx,
  );
}
