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
  /** Its own step is due, so its level becomes the action's (R4); else it is listed and keeps its level. */
  advances: boolean;
  /** The rank its level becomes when `advances`. */
  toRank: number;
}>;

/** One thing to do for one customer on one day. */
export type PlannedAction = Readonly<{
  customerId: CustomerId;
  channel: Channel;
  scenario: string;
  scenarioVersion: number;
  step: string;
  rank: number;
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

/** A receivable that gets nothing today, why, and until when (null = until somebody or something changes it). */
export type PlannedHold = Readonly<{
  customerId: CustomerId;
  receivableId: ReceivableId;
  invoiceNumber: string;
  reason: SilenceReason;
  rule: RuleCode;
  until: Day | null;
  /** Part held, where less than the open amount (a partial dispute). */
  cents: Cents | null;
  note: string;
}>;

/** A contact detail to repair, raised by R10. */
export type ContactRepair = Readonly<{ customerId: CustomerId; channel: Channel; reason: 'missing' | 'bounced' | 'opted_out' }>;

export type Plan = Readonly<{
  on: Day;
  actions: readonly PlannedAction[];
  holds: readonly PlannedHold[];
  repairs: readonly ContactRepair[];
}>;
