// Scenarios read for their screen: their versions and who made them, who is on them, and real invoices to explain steps on.

import type { Step } from '@quittance/core/dunning';
import type { CompanyId, CustomerId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type ScenarioDetail = Readonly<{
  code: string;
  version: number;
  name: string;
  steps: readonly Step[];
  /** Not archived. */
  active: boolean;
  editedBy: string;
  editedAt: Date;
}>;

/** The last version of each ladder, archived ones too, with who made it. */
export async function listScenarioDetails(tx: Tx, companyId: CompanyId): Promise<ScenarioDetail[]> {
  const { rows } = await sql<ScenarioDetail>`
    SELECT DISTINCT ON (code) code, version, name, steps, active, actor AS "editedBy", created_at AS "editedAt" FROM scenarios
    WHERE org_id = current_org() AND company_id = ${companyId} ORDER BY code, version DESC`.execute(tx);
  return rows;
}

/** Every version of one ladder, the last first. */
export async function listScenarioVersions(tx: Tx, companyId: CompanyId, code: string): Promise<ScenarioDetail[]> {
  const { rows } = await sql<ScenarioDetail>`
    SELECT code, version, name, steps, active, actor AS "editedBy", created_at AS "editedAt" FROM scenarios
    WHERE org_id = current_org() AND company_id = ${companyId} AND code = ${code} ORDER BY version DESC`.execute(tx);
  return rows;
}

/** Customers who choose alike, and their open receivables. */
export type ChoiceCount = Readonly<{
  scenario: string | null;
  segment: string | null;
  customers: number;
  receivables: number;
}>;

/** How customers choose their scenario: own choice and segment, with how many customers there are of each kind. */
export async function countCustomersByChoice(tx: Tx, companyId: CompanyId): Promise<ChoiceCount[]> {
  const { rows } = await sql<ChoiceCount>`
    SELECT c.scenario, c.segment, count(*) AS customers, coalesce(sum(r.open), 0)::bigint AS receivables FROM customers c
    LEFT JOIN (SELECT customer_id, count(*) AS open FROM receivables WHERE org_id = current_org() AND company_id = ${companyId}
        AND settled_cents < gross_cents GROUP BY customer_id) r ON r.customer_id = c.customer_id
    WHERE c.org_id = current_org() AND c.company_id = ${companyId} GROUP BY c.scenario, c.segment`.execute(tx);
  return rows;
}

/** What each customer chose, by id. */
export async function listCustomerChoices(
  tx: Tx,
  companyId: CompanyId,
): Promise<Readonly<{ customerId: CustomerId; scenario: string | null; segment: string | null }>[]> {
  const { rows } = await sql<{ customerId: CustomerId; scenario: string | null; segment: string | null }>`
    SELECT customer_id AS "customerId", scenario, segment FROM customers
    WHERE org_id = current_org() AND company_id = ${companyId} ORDER BY customer_id`.execute(tx);
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

const MOST_EXAMPLES = 5;
const MOST_OF_ONE = 20;

/** A few open receivables around a day, the nearest due date first, to show when steps would leave; of one customer where named. */
export async function listExampleReceivables(
  tx: Tx,
  wanted: Readonly<{ companyId: CompanyId; on: Day; customerId?: CustomerId }>,
): Promise<ExampleReceivable[]> {
  const { companyId, on, customerId } = wanted;
  const { rows } = await sql<ExampleReceivable>`
    SELECT r.receivable_id AS "receivableId", r.invoice_id AS "invoiceId", i.number AS "invoiceNumber", c.name AS "customerName",
      r.issued_on AS "issuedOn", i.sent_on AS "sentOn", r.due_on AS "dueOn", r.due_estimated AS "dueEstimated",
      r.gross_cents AS "grossCents", r.open_cents AS "openCents", r.currency
    FROM receivables r
    JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    JOIN customers c ON c.org_id = r.org_id AND c.customer_id = r.customer_id
    WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.settled_cents < r.gross_cents
      ${customerId === undefined ? sql`` : sql`AND r.customer_id = ${customerId}`}
    ORDER BY abs(r.due_on - ${on}::date), r.receivable_id LIMIT ${customerId === undefined ? MOST_EXAMPLES : MOST_OF_ONE}`.execute(
    tx,
  );
  return rows;
}
