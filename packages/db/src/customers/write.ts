// Contacts written by people: added, repaired, left alone. What is written of customers besides stands beside. Only use cases call this.
import type { ContactId, CustomerId } from '@quittance/core/kernel';
import type { Contact } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export * from './write-customers.ts';
export * from './write-notes.ts';

export type ContactDetails = Omit<Contact, 'contactId'>;

/** Adds a contact; one of that name who was left alone comes back with these details. Undefined where the customer has one in use. */
export async function insertContact(
  tx: Tx,
  customerId: CustomerId,
  given: ContactDetails,
): Promise<ContactId | undefined> {
  const { rows } = await sql<{ contactId: ContactId }>`
    INSERT INTO contacts AS k (customer_id, name, roles, language, email, email_status, phone, by_hand)
    VALUES (${customerId}, ${given.name}, ${given.roles as string[]}, ${given.language}, ${given.email}, ${given.emailStatus}, ${given.phone}, true)
    ON CONFLICT (org_id, customer_id, name) DO UPDATE SET roles = excluded.roles, language = excluded.language, email = excluded.email,
      email_status = excluded.email_status, phone = excluded.phone, by_hand = true, active = true
    WHERE NOT k.active RETURNING contact_id AS "contactId"`.execute(tx);
  return rows[0]?.contactId;
}

/** Replaces a contact's details; false where there is no such contact. */
export async function updateContact(tx: Tx, contactId: ContactId, given: ContactDetails): Promise<boolean> {
  const result = await sql`
    UPDATE contacts SET name = ${given.name}, roles = ${given.roles as string[]}, language = ${given.language}, email = ${given.email},
      email_status = ${given.emailStatus}, phone = ${given.phone}, by_hand = true
    WHERE org_id = current_org() AND contact_id = ${contactId}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** Whether another contact of the customer has that name. */
export async function isNameTaken(
  tx: Tx,
  of: Readonly<{ customerId: CustomerId; contactId: ContactId; name: string }>,
): Promise<boolean> {
  const { rows } = await sql`SELECT FROM contacts WHERE org_id = current_org() AND customer_id = ${of.customerId}
    AND name = ${of.name} AND contact_id <> ${of.contactId}`.execute(tx);
  return rows.length > 0;
}

/** Stops writing to a contact, or writes again. */
export async function setContactActive(tx: Tx, contactId: ContactId, active: boolean): Promise<void> {
  await sql`UPDATE contacts SET active = ${active}, by_hand = true WHERE org_id = current_org() AND contact_id = ${contactId}`.execute(
    tx,
  );
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
