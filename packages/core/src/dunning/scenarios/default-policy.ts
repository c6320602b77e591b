// Default policy: what a new company starts with, all visible and editable.
import type { Cents } from '../../kernel/index.ts';
import type { DunningPolicy } from '../facts.ts';

/** Scenario of a customer nobody chose one for. */
export const DEFAULT_SCENARIO_CODE = 'standard';

/** The reminder policy of a new company. The freshness limit is off until a bank or accounting source has been connected. */
export const DEFAULT_POLICY: DunningPolicy = {
  minDaysBetweenContacts: 3,
  maxEmailsPerWeek: 2,
  maxCallsPerWeek: 2,
  maxCallsPerDay: 1,
  netThresholdCents: 500 as Cents,
  listing: 'all_overdue',
  formalNoticeDays: 8,
  formalNoticeNeedsApproval: true,
  freshnessWorkedDays: null,
};

/** Freshness limit set when a bank or accounting source is first connected, in worked days. */
export const CONNECTED_FRESHNESS_WORKED_DAYS = 3;

/** Worked days a promise is waited for after its date. */
export const DEFAULT_PROMISE_GRACE_WORKED_DAYS = 2;

/** Worked days a bank may take to show that a direct debit went through. */
export const DEFAULT_BANK_DELAY_WORKED_DAYS = 5;

/** Local hours between which messages leave on a worked day: from the first, up to and not including the second. */
export const DEFAULT_SENDING_HOURS: Readonly<{ from: number; to: number }> = { from: 8, to: 18 };
