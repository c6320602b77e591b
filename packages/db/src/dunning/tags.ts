// Tags of customers: whose they are and which segment they are in, by which people narrow the plan.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Both may be missing. */
export type CustomerTags = Readonly<{ customerId: CustomerId; ownerEmail: string | null; segment: string | null }>;

/** Of every customer of a company that has one of them. */
export async function listCustomerTags(tx: Tx, companyId: CompanyId): Promise<CustomerTags[]> {
  const { rows } = await sql<CustomerTags>`
    SELECT customer_id AS "customerId", lower(owner_email) AS "ownerEmail", segment FROM customers
    WHERE org_id = current_org() AND company_id = ${companyId} AND (owner_email IS NOT NULL OR segment IS NOT NULL)`.execute(
    tx,
  );
  return rows;
}
