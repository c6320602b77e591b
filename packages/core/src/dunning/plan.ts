// Plan: what the planner answers. Every receivable is in an action, in a hold, or (not due for anything) in a hold with its next date.
import type { Cents, ContactId, Currency, CustomerId, Day, ReceivableId } from '../kernel/index.ts';
import type { Language } from '../parties/index.ts';
import type { CreditFacts, HoldReason } from './facts.ts';
import type { Channel, Tone } from './scenario.ts';

/** Number of the planner's rule that produced an action or a hold, as named in docs/specs/dunning.md. */
export type RuleCode = 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8' | 'R9' | 'R10' | 'R11' | 'R12' | 'R13';

/** A receivable listed in an action. */
export type PlannedItem = Readonly<{
  receivableId: ReceivableId;
  invoiceNumber: string;
  dueOn: Day;
  /** What is chased: open less any held part. */
  cents: Cents;
  /** Its own step is due and done by this action; else it is only listed and keeps its level (R4). */
  advances: boolean;
  /** The receivable's level once the action is done: the rank of its own step, or its level unchanged where only listed. */
  toRank: number;
}>;

/** One thing to do for one customer on one day. */
export type PlannedAction = Readonly<{
  customerId: CustomerId;
  channel: Channel;
  scenario: string;
  scenarioVersion: number;
  /** Code and rank of the highest step due, the one this action is. */
  step: string;
  rank: number;
  /** The step's tone, or a stronger one where the same text would be repeated (R9). */
  tone: Tone;
  language: Language;
  items: readonly PlannedItem[];
  credits: readonly CreditFacts[];
  /** Σ items − Σ credits, in `currency`. */
  totalCents: Cents;
  currency: Currency;
  needsApproval: boolean;
  rule: RuleCode;
  /** Contact written to or called; null for post to the customer's address, and for tasks. */
  contactId: ContactId | null;
  /** Formal notices only: last day to pay (R7). */
  deadlineOn: Day | null;
}>;

/** Why a receivable gets nothing, beyond the hold facts: waiting for its step, spacing, caps, no contact, ladder done. */
export type SilenceReason =
  | HoldReason
  | 'not_due_yet'
  | 'waiting_next_step'
  | 'min_gap'
  | 'weekly_cap'
  | 'daily_call_cap'
  | 'quiet_day'
  | 'same_text'
  | 'no_contact'
  | 'needs_earlier_reminder'
  | 'no_postal_address'
  | 'ladder_done'
  | 'credit_covers';

/** A receivable, or the part of it, that gets nothing today, why, and until when. */
export type PlannedHold = Readonly<{
  customerId: CustomerId;
  receivableId: ReceivableId;
  invoiceNumber: string;
  reason: SilenceReason;
  rule: RuleCode;
  /**
   * A recorded hold (insolvency … manual): its last day. A wait: the first worked day it may leave. Null: until somebody or
   * something changes it.
   */
  until: Day | null;
  /** Part meant, where less than the open amount (a partial dispute, or what it leaves); null for the whole. */
  cents: Cents | null;
  note: string;
  /** Who recorded the hold; empty for the planner's own reasons. */
  author: string;
}>;

/** A contact detail to repair, raised by R10. */
export type ContactRepair = Readonly<{
  customerId: CustomerId;
  channel: Channel;
  reason: 'missing' | 'bounced' | 'opted_out';
  /** Whose address is unusable; null where nobody has one, and for post. */
  contactId: ContactId | null;
}>;

/** What the planner answers for one customer. */
export type CustomerPlan = Readonly<{
  actions: readonly PlannedAction[];
  holds: readonly PlannedHold[];
  repairs: readonly ContactRepair[];
}>;

/** The plan of a day. Customers stand by reference; a customer's holds by due date and number. */
export type Plan = Readonly<{
  on: Day;
  actions: readonly PlannedAction[];
  holds: readonly PlannedHold[];
  repairs: readonly ContactRepair[];
}>;
