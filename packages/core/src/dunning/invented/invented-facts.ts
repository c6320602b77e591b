// Invented facts: short ways to write the planner's inputs in tests and benchmarks. Fixed values, nothing random.
import type { Calendar } from '../../calendar/index.ts';
import {
  type Cents,
  type ContactId,
  type CreditNoteId,
  type CustomerId,
  cents,
  type Day,
  day,
  type ReceivableId,
} from '../../kernel/index.ts';
import type { Contact } from '../../parties/index.ts';
import type { CompanyFacts, CreditFacts, CustomerFacts, DunningPolicy, HoldFact, ReceivableFacts } from '../facts.ts';
import type { Scenario } from '../scenario.ts';
import { DEFAULT_POLICY } from '../scenarios/default-policy.ts';
import { STANDARD } from '../scenarios/shipped-scenarios.ts';

/** Weekends and French public holidays. */
export const FRANCE: Calendar = { alsaceMoselle: false, closedDays: [] };

/** A company with the default policy, changed where given. */
export const aCompany = (policy: Partial<DunningPolicy> = {}, rest: Partial<CompanyFacts> = {}): CompanyFacts => ({
  policy: { ...DEFAULT_POLICY, ...policy },
  calendar: FRANCE,
  lastSourceOn: null,
  ...rest,
});

const CLAIRE: Contact = {
  contactId: 1 as ContactId,
  name: 'Claire Vasseur',
  roles: ['billing', 'reminders'],
  language: null,
  email: 'claire@menuiserie-vasseur.test',
  emailStatus: 'valid',
  phone: '+33 4 00 00 00 01',
};

/** A contact reachable by e-mail and phone, changed where given. */
export const aContact = (given: Partial<Contact> = {}): Contact => ({ ...CLAIRE, ...given });

export const receivableId = (id: number): ReceivableId => id as ReceivableId;

/** 100,00 € of an invoice issued thirty days before it is due, never chased. */
export function aReceivable(id: number, dueOn: string, given: Partial<ReceivableFacts> = {}): ReceivableFacts {
  const openCents = given.openCents ?? cents(10_000);
  return {
    receivableId: receivableId(id),
    invoiceNumber: `FA-${String(id).padStart(4, '0')}`,
    issuedOn: day('2026-01-02'),
    sentOn: null,
    dueOn: day(dueOn),
    dueEstimated: false,
    grossCents: openCents,
    openCents,
    currency: 'EUR',
    level: 0,
    levelOn: null,
    ...given,
  };
}

/** A customer reachable on every channel, on the standard scenario. */
export const aCustomer = (
  receivables: readonly ReceivableFacts[],
  given: Partial<CustomerFacts> = {},
): CustomerFacts => ({
  customerId: 1 as CustomerId,
  ref: 'C001',
  name: 'Menuiserie Vasseur',
  kind: 'business',
  language: 'fr',
  scenario: STANDARD,
  contacts: [CLAIRE],
  hasPostalAddress: true,
  receivables,
  credits: [],
  pastContacts: [],
  holds: [],
  ...given,
});

/** A credit note not yet allocated. */
export const aCredit = (id: number, openCents: number, given: Partial<CreditFacts> = {}): CreditFacts => ({
  kind: 'credit_note',
  id: id as CreditNoteId,
  number: `AV-${String(id).padStart(4, '0')}`,
  on: day('2026-02-02'),
  openCents: cents(openCents),
  currency: 'EUR',
  ...given,
});

/** A hold from the start of 2026, on the whole customer and without end unless given. */
export const aHold = (reason: HoldFact['reason'], given: Partial<HoldFact> = {}): HoldFact => ({
  reason,
  receivableId: null,
  cents: null,
  fromOn: day('2026-01-01'),
  untilOn: null,
  note: '',
  author: 'n.perrin',
  ...given,
});

/** A scenario of the standard one's steps, by their codes, ranked anew. */
export const aScenario = (code: string, steps: readonly Omit<Scenario['steps'][number], 'rank'>[]): Scenario => ({
  code,
  version: 1,
  steps: steps.map((step, index) => ({ ...step, rank: index + 1 })),
});

export const euros = (amount: number): Cents => cents(Math.round(amount * 100));
export const on = (text: string): Day => day(text);
