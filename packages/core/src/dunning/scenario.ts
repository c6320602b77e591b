// Scenario: the reminder ladder of a segment. Steps stand in rank order; a step says when, by which channel, in which tone.
import type { ContactRole } from '../parties/index.ts';

export type Channel = 'email' | 'sms' | 'call' | 'letter' | 'registered_letter' | 'task';
export const CHANNELS: readonly Channel[] = ['email', 'sms', 'call', 'letter', 'registered_letter', 'task'];

/** `notice` is written before the due date; `decide` hands the case to a person. */
export type Tone = 'notice' | 'courteous' | 'firm' | 'last_warning' | 'formal' | 'decide';
export const TONES: readonly Tone[] = ['notice', 'courteous', 'firm', 'last_warning', 'formal', 'decide'];

/** What a step's days are counted from (R1): the due date, the sending date, or the completion of the previous step. */
export type Anchor = 'due' | 'sent' | 'previous';

export type Step = Readonly<{
  /** Stable code within the scenario, snake_case: `notice`, `courteous`, `formal_notice`. */
  code: string;
  /** 1 for the first. A receivable's level is the rank of the last step done for it; 0 means none. */
  rank: number;
  anchor: Anchor;
  /** Negative before the anchor. */
  offsetDays: number;
  dayKind: 'calendar' | 'business';
  channel: Channel;
  /** Channels tried in order where the first has no usable address (R10). */
  fallbackChannels: readonly Channel[];
  tone: Tone;
  needsApproval: boolean;
  /** Role looked for first among the customer's contacts; then `billing`, then any. */
  contactRole: ContactRole;
  attachInvoices: boolean;
}>;

export type Scenario = Readonly<{
  code: string;
  version: number;
  steps: readonly Step[];
}>;
