// Contacts written by people: added, or repaired. Only use cases call this.
import type { ContactId, CustomerId } from '@quittance/core/kernel';
import type { Contact } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type ContactDetails = Omit<Contact, 'contactId'>;

/** Adds a contact; undefined where the customer has one of that name. */
export async function insertContact(
  tx: Tx,
  customerId: CustomerId,
  given: ContactDetails,
): Promise<ContactId | undefined> {
  const { rows } = await sql<{ contactId: ContactId }>`
    INSERT INTO contacts (customer_id, name, roles, language, email, email_status, phone)
    VALUES (${customerId}, ${given.name}, ${given.roles as string[]}, ${given.language}, ${given.email}, ${given.emailStatus}, ${given.phone})
    ON CONFLICT DO NOTHING RETURNING contact_id AS "contactId"`.execute(tx);
  return rows[0]?.contactId;
}

/** Replaces a contact's details; false where there is no such contact. */
export async function updateContact(tx: Tx, contactId: ContactId, given: ContactDetails): Promise<boolean> {
  const result = await sql`
    UPDATE contacts SET name = ${given.name}, roles = ${given.roles as string[]}, language = ${given.language}, email = ${given.email},
      email_status = ${given.emailStatus}, phone = ${given.phone}
    WHERE org_id = current_org() AND contact_id = ${contactId}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** An address that is known to bounce is not written to, on the customer's card and among its contacts. */
export async function markEmailBounced(
  tx: Tx,
  bounced: Readonly<{ companyId: number; customerRef: string; email: string }>,
): Promise<void> {
  await sql`UPDATE customers SET email_status = 'bounced' WHERE org_id = current_org() AND company_id = ${bounced.companyId}
    AND ref = ${bounced.customerRef} AND email = ${bounced.email}`.execute(tx);
  await sql`UPDATE contacts k SET email_status = 'bounced' FROM customers c
    WHERE c.org_id = current_org() AND c.company_id = ${bounced.companyId} AND c.ref = ${bounced.customerRef}
      AND k.org_id = c.org_id AND k.customer_id = c.customer_id AND k.email = ${bounced.email}`.execute(tx);
}
