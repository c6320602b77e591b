// Contacts of one customer, and one contact with the company it belongs to.
import type { CompanyId, ContactId, CustomerId } from '@quittance/core/kernel';
import type { Contact } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

const columns = sql`k.contact_id AS "contactId", k.name, k.roles, k.language, k.email, k.email_status AS "emailStatus", k.phone`;

/** Contacts of a customer that are written to, oldest first. */
export async function listContactsOf(tx: Tx, customerId: CustomerId): Promise<Contact[]> {
  const { rows } = await sql<Contact>`SELECT ${columns} FROM contacts k
    WHERE k.org_id = current_org() AND k.customer_id = ${customerId} AND k.active ORDER BY k.contact_id`.execute(tx);
  return rows;
}

/** A contact of a company's customer, or undefined. */
export async function findContact(
  tx: Tx,
  companyId: CompanyId,
  contactId: ContactId,
): Promise<(Contact & { customerId: CustomerId }) | undefined> {
  const { rows } = await sql<Contact & { customerId: CustomerId }>`SELECT ${columns}, k.customer_id AS "customerId"
    FROM contacts k JOIN customers c ON c.org_id = k.org_id AND c.customer_id = k.customer_id
    WHERE k.org_id = current_org() AND c.company_id = ${companyId} AND k.contact_id = ${contactId}`.execute(tx);
  return rows[0];
}
