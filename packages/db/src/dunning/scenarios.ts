// Scenarios read for their screen: who edited them, how many customers are on them, and real invoices to explain steps on.

import type { Step } from '@quittance/core/dunning';
import type { CompanyId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type ScenarioDetail = Readonly<{
  code: string;
  version: number;
  name: string;
  steps: readonly Step[];
  editedBy: string;
  editedAt: Date;
}>;

/** The version in force of each ladder, with who made it. */
export async function listScenarioDetails(tx: Tx, companyId: CompanyId): Promise<ScenarioDetail[]> {
  const { rows } = await sql<ScenarioDetail>`
    SELECT DISTINCT ON (code) code, version, name, steps, actor AS "editedBy", created_at AS "editedAt" FROM scenarios
    WHERE org_id = current_org() AND company_id = ${companyId} AND active ORDER BY code, version DESC`.execute(tx);
  return rows;
}

/** How customers choose their scenario: own choice and segment, with how many customers there are of each kind. */
export async function countCustomersByChoice(
  tx: Tx,
  companyId: CompanyId,
): Promise<{ scenario: string | null; segment: string | null; customers: number }[]> {
  const { rows } = await sql<{ scenario: string | null; segment: string | null; customers: number }>`
    SELECT scenario, segment, count(*) AS customers FROM customers
    WHERE org_id = current_org() AND company_id = ${companyId} GROUP BY scenario, segment`.execute(tx);
  return rows;
}

export type ExampleReceivable = Readonly<{
  receivableId: ReceivableId;
  invoiceId: InvoiceId;
  invoiceNumber: string;
  customerName: string;
  issuedOn: Day;
  sentOn: Day | null;
  dueOn: Day;
  dueEstimated: boolean;
  grossCents: number;
  openCents: number;
  currency: string;
}>;

/** A few open receivables around a day, the soonest due first, to show when steps would leave. */
export async function listExampleReceivables(tx: Tx, companyId: CompanyId, on: Day): Promise<ExampleReceivable[]> {
  const { rows } = await sql<ExampleReceivable>`
    SELECT r.receivable_id AS "receivableId", r.invoice_id AS "invoiceId", i.number AS "invoiceNumber", c.name AS "customerName",
      r.issued_on AS "issuedOn", i.sent_on AS "sentOn", r.due_on AS "dueOn", r.due_estimated AS "dueEstimated",
      r.gross_cents AS "grossCents", r.open_cents AS "openCents", r.currency
    FROM receivables r
    JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    JOIN customers c ON c.org_id = r.org_id AND c.customer_id = r.customer_id
    WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.settled_cents < r.gross_cents
    ORDER BY abs(r.due_on - ${on}::date), r.receivable_id LIMIT 5`.execute(tx);
  return rows;
}
