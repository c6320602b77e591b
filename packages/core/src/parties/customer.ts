// Parties: who owes (customer, contact) and who is owed (company). Value types only; the law differs by kind of customer.
import type { Cents, CompanyId, ContactId, CustomerId } from '../kernel/index.ts';

/** Business: L441-10 C. com.; consumer: C. civ. and C. conso.; public: Code de la commande publique. */
export type CustomerKind = 'business' | 'consumer' | 'public';
export const CUSTOMER_KINDS: readonly CustomerKind[] = ['business', 'consumer', 'public'];

/** Languages in which Quittance writes to debtors and speaks to its users. */
export type Language = 'fr' | 'en';
export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** Why a contact is written to. A contact may have several roles; none means "any". */
export type ContactRole = 'billing' | 'reminders' | 'disputes' | 'formal_notice' | 'decision';
export const CONTACT_ROLES: readonly ContactRole[] = ['billing', 'reminders', 'disputes', 'formal_notice', 'decision'];

/** Whether an e-mail address may be written to. */
export type EmailStatus = 'valid' | 'bounced' | 'opted_out';

export type PostalAddress = Readonly<{
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}>;

export type Contact = Readonly<{
  contactId: ContactId;
  name: string;
  roles: readonly ContactRole[];
  language: Language | null;
  email: string | null;
  emailStatus: EmailStatus;
  phone: string | null;
}>;

export type Customer = Readonly<{
  customerId: CustomerId;
  companyId: CompanyId;
  /** The account code in the books (compte auxiliaire). */
  ref: string;
  name: string;
  kind: CustomerKind;
  language: Language;
  siren: string | null;
  vatNumber: string | null;
  address: PostalAddress | null;
  segment: string | null;
  /** Payment terms as `parsePaymentTerms` reads them, or null for the company's. */
  paymentTerms: string | null;
  creditLimitCents: Cents | null;
  /** The accounts hold it as doubtful (416). */
  doubtful: boolean;
}>;
