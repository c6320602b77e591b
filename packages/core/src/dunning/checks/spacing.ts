// Spacing: how often one customer may be contacted (R5). Tasks are no contacts.
import type { Day } from '../../kernel/index.ts';
import type { CustomerFacts } from '../facts.ts';
import type { Run } from '../ladder/run.ts';
import type { PlannedAction } from '../plan.ts';
import type { Channel } from '../scenario.ts';

/** A limit reached: which one, and the first day it no longer stops anything; null where the policy allows none at all. */
export type Limit = Readonly<{ reason: 'min_gap' | 'weekly_cap' | 'daily_call_cap'; until: Day | null }>;

const DAYS_A_WEEK = 7;

/** Days that must lie between two contacts: the policy's, and never two contacts on one day. */
export const gapDays = (run: Run): number => Math.max(1, run.company.policy.minDaysBetweenContacts);

/** First worked day on which a customer contacted on `last` may be contacted again. */
export const afterGap = (run: Run, last: Day): Day => run.days.worked(run.days.plus(last, gapDays(run)));

/** The minimum distance since the customer's last contact, whatever it was about; null when it has passed. */
export function gapLimit(run: Run, customer: CustomerFacts): Limit | null {
  let last: Day | null = null;
  for (const contact of customer.pastContacts) {
    if (contact.channel !== 'task' && (last === null || contact.on > last)) last = contact.on;
  }
  if (last === null || run.days.plus(last, gapDays(run)) <= run.on) return null;
  return { reason: 'min_gap', until: afterGap(run, last) };
}

const weeklyMaximum = (run: Run, channel: Channel): number => {
  if (channel === 'email') return run.company.policy.maxEmailsPerWeek;
  if (channel === 'call') return run.company.policy.maxCallsPerWeek;
  return Number.POSITIVE_INFINITY;
};

/** Days of the contacts on a channel within the last seven days, those planned for today included, oldest first. */
function daysUsed(run: Run, customer: CustomerFacts, planned: readonly PlannedAction[], channel: Channel): Day[] {
  const used = customer.pastContacts
    .filter((contact) => contact.channel === channel && contact.on >= run.weekFrom && contact.on <= run.on)
    .map((contact) => contact.on)
    .sort();
  for (const action of planned) if (action.channel === channel) used.push(run.on);
  return used;
}

/** The caps of the channel: calls a day, e-mails and calls over the last seven days; null when one more is allowed. */
export function capLimit(
  run: Run,
  channel: Channel,
  contacts: Readonly<{ customer: CustomerFacts; planned: readonly PlannedAction[] }>,
): Limit | null {
  const maximum = weeklyMaximum(run, channel);
  if (maximum === Number.POSITIVE_INFINITY) return null;
  const used = daysUsed(run, contacts.customer, contacts.planned, channel);
  if (used.length >= maximum) {
    const freeing = used[used.length - maximum];
    const until = freeing === undefined ? null : run.days.worked(run.days.plus(freeing, DAYS_A_WEEK));
    return { reason: 'weekly_cap', until };
  }
  const today = used.filter((on) => on === run.on).length;
  if (channel !== 'call' || today < run.company.policy.maxCallsPerDay) return null;
  return { reason: 'daily_call_cap', until: today === 0 ? null : afterGap(run, run.on) };
}
