// Names of what explanations are about: customers, terms and credit notes by their ids, as they stand now.
import type { CreditNoteId, Currency, CustomerId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import type { DecisionPart } from '../stored.ts';

export type CustomerName = Readonly<{ customerId: CustomerId; ref: string; name: string }>;

type ItemName = Readonly<{
  customerId: CustomerId;
  invoiceId: InvoiceId | null;
  number: string;
  dueOn: Day;
  openCents: number;
  currency: Currency;
}>;

/** What parts name, by id. */
export type PartNames = Readonly<{
  customers: ReadonlyMap<CustomerId, CustomerName>;
  receivables: ReadonlyMap<ReceivableId, ItemName>;
  creditNotes: ReadonlyMap<CreditNoteId, ItemName>;
}>;

const byId = <Id, T extends { id: Id }>(rows: readonly T[]): Map<Id, T> => new Map(rows.map((row) => [row.id, row]));

/** Customers by id. */
export async function mapCustomerNames(
  tx: Tx,
  ids: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, CustomerName>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<CustomerName>`SELECT customer_id AS "customerId", ref, name FROM customers
    WHERE org_id = current_org() AND customer_id = ANY(${[...new Set(ids)] as number[]}::bigint[])`.execute(tx);
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** Everything that parts name. */
export async function mapPartNames(tx: Tx, parts: readonly DecisionPart[]): Promise<PartNames> {
  const customers = await mapCustomerNames(
    tx,
    parts.map(({ customerId }) => customerId),
  );
  const debtIds = parts.flatMap(({ allocations, credits, adjustments }) =>
    [...allocations, ...credits, ...adjustments].map(({ receivableId }) => receivableId),
  );
  const creditIds = parts.flatMap(({ credits }) => credits.map(({ creditNoteId }) => creditNoteId));
  const debts = await sql<ItemName & { id: ReceivableId }>`
    SELECT r.receivable_id AS id, r.customer_id AS "customerId", r.invoice_id AS "invoiceId", i.number, r.due_on AS "dueOn",
      r.open_cents AS "openCents", r.currency
    FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    WHERE r.org_id = current_org() AND r.receivable_id = ANY(${[...new Set(debtIds)] as number[]}::bigint[])`.execute(
    tx,
  );
  const credits = await sql<ItemName & { id: CreditNoteId }>`
    SELECT c.credit_note_id AS id, c.customer_id AS "customerId", NULL AS "invoiceId", c.number, c.issued_on AS "dueOn",
      c.open_cents AS "openCents", c.currency
    FROM credit_notes c WHERE c.org_id = current_org() AND c.credit_note_id = ANY(${[...new Set(creditIds)] as number[]}::bigint[])`.execute(
    tx,
  );
  return { customers, receivables: byId(debts.rows), creditNotes: byId(credits.rows) };
}
