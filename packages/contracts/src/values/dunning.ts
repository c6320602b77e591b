// Words of dunning in the API: channels, tones, rules, reasons. The lists are those of the planner; a missing word does not compile.
import {
  CHANNELS,
  type Channel,
  type HoldReason,
  type RuleCode,
  type SilenceReason,
  TONES,
  type Tone,
} from '@quittance/core/dunning';
import { z } from 'zod';

const listOf = <T extends string>(table: Record<T, true>): [T, ...T[]] => Object.keys(table) as [T, ...T[]];

/** By which way a step reaches the debtor. */
export const channelValue = z.enum(CHANNELS as [Channel, ...Channel[]]);
/** In which tone. */
export const toneValue = z.enum(TONES as [Tone, ...Tone[]]);

/** The planner's rule behind an action or a hold. */
export const ruleValue = z.enum(
  listOf<RuleCode>({
    R1: true,
    R2: true,
    R3: true,
    R4: true,
    R5: true,
    R6: true,
    R7: true,
    R8: true,
    R9: true,
    R10: true,
    R11: true,
    R12: true,
    R13: true,
  }),
);

const holdReasons: Record<HoldReason, true> = {
  insolvency: true,
  court: true,
  agency: true,
  dispute: true,
  plan: true,
  promise: true,
  payment_in_transit: true,
  unmatched_payment: true,
  stale_data: true,
  manual: true,
  below_threshold: true,
  paid: true,
};

/** Reasons that stop reminders, strongest first. */
export const holdReasonValue = z.enum(listOf<HoldReason>(holdReasons));

/** Every reason why a receivable gets nothing today. */
export const silenceReasonValue = z.enum(
  listOf<SilenceReason>({
    ...holdReasons,
    not_due_yet: true,
    waiting_next_step: true,
    min_gap: true,
    weekly_cap: true,
    daily_call_cap: true,
    quiet_day: true,
    same_text: true,
    no_contact: true,
    needs_earlier_reminder: true,
    no_postal_address: true,
    ladder_done: true,
    credit_covers: true,
  }),
);
