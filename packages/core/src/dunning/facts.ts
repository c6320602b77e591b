// Facts: everything the planner may know about one customer on one day. Fetched by the database, judged by the planner.
import type { Calendar } from '../calendar/index.ts';
import type { Cents, CreditNoteId, Currency, CustomerId, Day, PaymentId, ReceivableId } from '../kernel/index.ts';
import type { Contact, CustomerKind, Language } from '../parties/index.ts';
import type { Channel, Scenario, Tone } from './scenario.ts';

/** One due term with something left to pay (or paid since the last message, with `openCents` 0). */
export type ReceivableFacts = Readonly<{
  receivableId: ReceivableId;
  invoiceNumber: string;
  issuedOn: Day;
  /** When the invoice was sent to the customer, where known (R1, R12). */
  sentOn: Day | null;
  dueOn: Day;
  /** The due date was computed from terms because the source carries none. */
  dueEstimated: boolean;
  grossCents: Cents;
  openCents: Cents;
  currency: Currency;
  /** Rank of the last step done, 0 for none. */
  level: number;
  /** Day the last step was done; null at level 0. */
  levelOn: Day | null;
}>;

/** Money or a credit note in the customer's favour, not yet allocated: it reduces what is chased (R4). */
export type CreditFacts = Readonly<{
  kind: 'credit_note' | 'payment';
  id: CreditNoteId | PaymentId;
  number: string;
  on: Day;
  openCents: Cents;
  currency: Currency;
}>;

/**
 * A contact made with this customer (sent or handed over, by Quittance or by hand) or certain to be (approved, on its way), for R5
 * (spacing, caps) and R9 (never the same text twice running). What still waits for approval is none, nor is the action being
 * re-checked. The last contact, those of the last seven days, and the last written one per receivable are all the planner looks at.
 */
export type PastContact = Readonly<{
  on: Day;
  channel: Channel;
  tone: Tone;
  receivableIds: readonly ReceivableId[];
}>;

/** Reasons that stop reminders, strongest first (R8). */
export type HoldReason =
  | 'insolvency'
  | 'court'
  | 'agency'
  | 'dispute'
  | 'plan'
  | 'promise'
  | 'payment_in_transit'
  | 'unmatched_payment'
  | 'stale_data'
  | 'manual'
  | 'below_threshold'
  | 'paid';

/** A hold recorded as a fact. `receivableId` null holds the whole customer, whatever `cents`; else `cents` holds part of it. */
export type HoldFact = Readonly<{
  reason: Exclude<HoldReason, 'stale_data' | 'below_threshold' | 'paid'>;
  receivableId: ReceivableId | null;
  cents: Cents | null;
  /** First day of the hold. */
  fromOn: Day;
  /** Last day of the hold, inclusive, grace and bank delay included; null means until lifted. */
  untilOn: Day | null;
  note: string;
  author: string;
}>;

export type CustomerFacts = Readonly<{
  customerId: CustomerId;
  ref: string;
  name: string;
  kind: CustomerKind;
  language: Language;
  scenario: Scenario;
  contacts: readonly Contact[];
  hasPostalAddress: boolean;
  receivables: readonly ReceivableFacts[];
  credits: readonly CreditFacts[];
  pastContacts: readonly PastContact[];
  holds: readonly HoldFact[];
}>;

/** What the company decided for all its customers; every field is visible and editable. */
export type DunningPolicy = Readonly<{
  /** R5: days between two contacts with one customer. 3 means contacts on Monday and Thursday are allowed. */
  minDaysBetweenContacts: number;
  maxEmailsPerWeek: number;
  maxCallsPerWeek: number;
  maxCallsPerDay: number;
  /** R4: nothing leaves when the net sum chased is at or below this. */
  netThresholdCents: Cents;
  /** R4: list every overdue receivable that is not held, or only those whose own step is due. */
  listing: 'all_overdue' | 'due_steps_only';
  /** R7: days given by a formal notice, 8 to 15. */
  formalNoticeDays: number;
  formalNoticeNeedsApproval: boolean;
  /** R8: worked days after which the data is too old to chase on; null = off (no source connected). */
  freshnessWorkedDays: number | null;
}>;

/** Facts of the company on the day of planning. */
export type CompanyFacts = Readonly<{
  policy: DunningPolicy;
  calendar: Calendar;
  /** Last day for which the books or the bank were brought in; null = never. */
  lastSourceOn: Day | null;
}>;
