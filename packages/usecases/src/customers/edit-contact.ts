// Contacts added, repaired or left alone by people, with their line of journal. A repaired address closes its task.
import { localDay } from '@quittance/core/calendar';
import { type CompanyId, type ContactId, type CustomerId, ok, type Result, refuse } from '@quittance/core/kernel';
import type { Contact } from '@quittance/core/parties';
import { findContact, findCustomer } from '@quittance/db/customers';
import {
  type ContactDetails,
  insertContact,
  isNameTaken,
  setContactActive,
  updateContact,
} from '@quittance/db/customers/write';
import { appendEvent } from '@quittance/db/journal';
import { closeRepairs } from '@quittance/db/tasks/write';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';

async function finish(
  tx: Tx,
  context: Context,
  done: Readonly<{
    companyId: CompanyId;
    customerId: CustomerId;
    contactId: ContactId;
    kind: string;
    before: unknown;
    after: unknown;
  }>,
): Promise<Contact> {
  const { before, after } = done;
  const { timezone } = await getSettings(tx, done.companyId);
  const on = localDay(context.clock.now().getTime(), timezone);
  await closeRepairs(tx, done.customerId, { on, by: context.actor, outcome: 'repaired', note: '' });
  const event = { kind: done.kind, actor: context.actor, subject: 'contact', subjectId: done.contactId };
  await appendEvent(tx, { ...event, payload: { customerId: done.customerId, before, after } });
  const { customerId: _, ...contact } = (await findContact(tx, done.companyId, done.contactId))!;
  return contact;
}

/** Adds a contact to a customer of the company; one of the same name is completed instead of doubled. */
export const addContact = (
  context: Context,
  given: Readonly<{ companyId: CompanyId; customerId: CustomerId; details: ContactDetails }>,
): Promise<Result<Contact, { code: 'not_found' | 'contact_exists' }>> =>
  inOrganization(context, async (tx) => {
    const { companyId, customerId, details } = given;
    if (!(await findCustomer(tx, companyId, customerId))) return refuse({ code: 'not_found' });
    const contactId = await insertContact(tx, customerId, details);
    if (contactId === undefined) return refuse({ code: 'contact_exists' });
    return ok(
      await finish(tx, context, {
        companyId,
        customerId,
        contactId,
        kind: 'contact.added',
        before: null,
        after: details,
      }),
    );
  });

/** Replaces a contact's details; a corrected address is written to again. */
export const repairContact = (
  context: Context,
  given: Readonly<{ companyId: CompanyId; contactId: ContactId; details: ContactDetails }>,
): Promise<Result<Contact, { code: 'not_found' | 'contact_exists' }>> =>
  inOrganization(context, async (tx) => {
    const { companyId, contactId, details } = given;
    const before = await findContact(tx, companyId, contactId);
    if (!before) return refuse({ code: 'not_found' });
    const named = { customerId: before.customerId, contactId, name: details.name };
    if (await isNameTaken(tx, named)) return refuse({ code: 'contact_exists' });
    await updateContact(tx, contactId, details);
    const { customerId } = before;
    return ok(
      await finish(tx, context, { companyId, customerId, contactId, kind: 'contact.changed', before, after: details }),
    );
  });

/** Stops writing to a contact, or writes again. What was said to them stays; a later import does not bring them back. */
export const setContactInUse = (
  context: Context,
  given: Readonly<{ companyId: CompanyId; contactId: ContactId; active: boolean }>,
): Promise<Result<Contact, { code: 'not_found' }>> =>
  inOrganization(context, async (tx) => {
    const { companyId, contactId, active } = given;
    const found = await findContact(tx, companyId, contactId);
    if (!found) return refuse({ code: 'not_found' });
    await setContactActive(tx, contactId, active);
    const { customerId, ...contact } = found;
    const line = { kind: active ? 'contact.restored' : 'contact.removed', actor: context.actor, subject: 'contact' };
    await appendEvent(tx, { ...line, subjectId: contactId, payload: { customerId, before: contact, after: null } });
    return ok(contact);
  });
