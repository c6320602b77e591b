// Ladder: a scenario made ready for planning. Steps in rank order, ending in a decision whatever the scenario forgot.
import type { Scenario, Step } from '../scenario.ts';

/** The steps of a scenario in rank order; the last one is a decision (R3). */
export type Ladder = Readonly<{
  steps: readonly Step[];
  /** Rank of the first step that reminds somebody: neither notice nor task nor formal notice. Infinity where there is none. */
  firstReminderRank: number;
}>;

const DAYS_BEFORE_DECISION = 15;

/** Written before the due date. */
export const isNotice = (step: Step): boolean => step.tone === 'notice';

/** Handed to a person of the company: no contact with the customer. */
export const isTask = (step: Step): boolean => step.channel === 'task';

/** A formal notice (mise en demeure, art. 1344 C. civ.). */
export const isFormal = (step: Step): boolean => step.tone === 'formal';

/** Reminds the customer after the due date, short of a formal notice. */
export const isReminder = (step: Step): boolean => !isNotice(step) && !isTask(step) && !isFormal(step);

const finalDecision = (rank: number): Step => ({
  code: 'decide',
  rank,
  anchor: 'previous',
  offsetDays: DAYS_BEFORE_DECISION,
  dayKind: 'calendar',
  channel: 'task',
  fallbackChannels: [],
  tone: 'decide',
  needsApproval: false,
  contactRole: 'decision',
  attachInvoices: false,
});

/** Sorts the steps and, where the last is no decision, adds one 15 days after it, so that no ladder goes on for ever. */
export function buildLadder(scenario: Scenario): Ladder {
  const steps = [...scenario.steps].sort((a, b) => a.rank - b.rank);
  const last = steps.at(-1);
  if (last?.tone !== 'decide') steps.push(finalDecision((last?.rank ?? 0) + 1));
  return { steps, firstReminderRank: steps.find(isReminder)?.rank ?? Number.POSITIVE_INFINITY };
}
