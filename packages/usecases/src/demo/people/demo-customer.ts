// Demo customer: an invented debtor as the demo's files describe it, and the company that is owed.
import type { PaymentTerms } from '@quittance/core/calendar';
import type { Cents, Day } from '@quittance/core/kernel';
import type { ContactRole, CustomerKind, Language, PostalAddress } from '@quittance/core/parties';

/** How a customer usually pays, in words a collector would use. */
export type Habit = 'early' | 'exact' | 'late' | 'drifting' | 'erratic' | 'after_call' | 'slow' | 'splits' | 'disputes';

/** What is missing or odd about how a customer can be reached. */
export type Reach = 'full' | 'no_email' | 'nothing' | 'bounced' | 'no_postal' | 'two_roles';

/** What a customer is, before its details are drawn. */
export type CustomerSketch = Readonly<{
  name: string;
  kind: CustomerKind;
  language: Language;
  segment: string;
  sector: string;
  /** Written as in the books; `parsePaymentTerms` reads it. */
  terms: string;
  habit: Habit;
  reach: Reach;
  /** Scenario asked for, or null for the company's. */
  scenario: 'trusted' | 'strict' | null;
  /** Invoices a month in an ordinary month; 0 for none but the story's own. */
  perMonth: number;
  /** Usual gross amount of an invoice before scaling. */
  usualCents: Cents;
}>;

/** A person to write to. */
export type DemoContact = Readonly<{
  name: string;
  roles: readonly ContactRole[];
  email: string | null;
  phone: string | null;
  language: Language;
}>;

export type DemoCustomer = CustomerSketch &
  Readonly<{
    ref: string;
    siren: string | null;
    email: string | null;
    phone: string | null;
    address: PostalAddress | null;
    creditLimitCents: Cents | null;
    paymentTerms: PaymentTerms;
    /** The member it belongs to. */
    ownerEmail: string | null;
    contacts: readonly DemoContact[];
  }>;

/** The invented company that is owed. */
export type DemoCompany = Readonly<{
  name: string;
  legalForm: string;
  siren: string;
  vatNumber: string;
  /** Share capital. */
  capitalCents: Cents;
  /** Trade register town. */
  registerTown: string;
  address: PostalAddress;
  email: string;
  phone: string;
  iban: string;
  bic: string;
  language: Language;
  paymentTerms: string;
}>;

/** A reminder step done before the demo begins, in another tool (rule R6). */
export type PastStep = Readonly<{ customerRef: string; invoiceNumber: string; rank: number; on: Day }>;
