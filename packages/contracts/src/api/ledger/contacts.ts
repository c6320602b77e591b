// Contacts: the people at the customer, to be repaired when an address is missing or bounces.
import type { ContactId, CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  contactRoleValue,
  contactValue,
  emailStatusValue,
  idParam,
  languageValue,
  shortText,
} from '../../values/index.ts';

const details = {
  name: shortText.min(1),
  roles: z.array(contactRoleValue).max(10),
  language: languageValue.nullable(),
  email: z.email().max(254).nullable(),
  phone: z.string().trim().max(40).nullable(),
};

export const contacts = {
  create: route({
    method: 'POST',
    path: '/api/v1/customers/:customerId/contacts',
    permission: 'contact.write',
    summary: 'Add a contact to a customer.',
    params: z.strictObject({ customerId: idParam<CustomerId>() }),
    body: z.strictObject(details),
    output: contactValue,
    status: 201,
    refusals: ['contact_exists'],
  }),
  update: route({
    method: 'PUT',
    path: '/api/v1/contacts/:contactId',
    permission: 'contact.write',
    summary: 'Replace a contact’s details; a corrected address is valid again.',
    params: z.strictObject({ contactId: idParam<ContactId>() }),
    body: z.strictObject({ ...details, emailStatus: emailStatusValue.default('valid') }),
    output: contactValue,
    refusals: ['contact_exists'],
  }),
  setActive: route({
    method: 'POST',
    path: '/api/v1/contacts/:contactId/active',
    permission: 'contact.write',
    summary: 'Stop writing to a contact, or write again; what was said to them stays.',
    params: z.strictObject({ contactId: idParam<ContactId>() }),
    body: z.strictObject({ active: z.boolean() }),
    output: contactValue,
    refusals: [],
  }),
};
