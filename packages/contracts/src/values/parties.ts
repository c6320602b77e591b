// Parties as the API shows them: kinds, roles, address and contact.
import type { ContactId } from '@quittance/core/kernel';
import {
  CONTACT_ROLES,
  type ContactRole,
  CUSTOMER_KINDS,
  type CustomerKind,
  isIban,
  isSiren,
} from '@quittance/core/parties';
import { z } from 'zod';
import { idValue, languageValue, shortText } from './scalars.ts';

/** Business, consumer or public body. */
export const customerKindValue = z.enum(CUSTOMER_KINDS as [CustomerKind, ...CustomerKind[]]);
/** Why a contact is written to. */
export const contactRoleValue = z.enum(CONTACT_ROLES as [ContactRole, ...ContactRole[]]);
/** Whether an e-mail address may be written to. */
export const emailStatusValue = z.enum(['valid', 'bounced', 'opted_out']);

/** A postal address; `country` is ISO 3166-1 alpha-2. */
export const addressValue = z.strictObject({
  line1: shortText,
  line2: shortText,
  postalCode: z.string().trim().max(20),
  city: shortText,
  country: z.string().regex(/^[A-Z]{2}$/),
});

/** A person at the customer. */
export const contactValue = z.strictObject({
  contactId: idValue<ContactId>(),
  name: z.string(),
  roles: z.array(contactRoleValue),
  language: languageValue.nullable(),
  email: z.string().nullable(),
  emailStatus: emailStatusValue,
  phone: z.string().nullable(),
});

export type ContactView = z.output<typeof contactValue>;

/** A SIREN as people write it, its key checked; empty for none. */
export const sirenText = z
  .string()
  .trim()
  .max(20)
  .refine((text) => text === '' || isSiren(text), { error: 'siren' });

/** An IBAN as people write it, its key checked (ISO 13616); empty for none. */
export const ibanText = z
  .string()
  .trim()
  .max(42)
  .refine((text) => text === '' || isIban(text), { error: 'iban' });
