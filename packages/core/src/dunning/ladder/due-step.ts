// Due step: the one step a receivable takes next, and from which day (R3, R6).
import type { Day } from '../../kernel/index.ts';
import type { ReceivableFacts } from '../facts.ts';
import type { Step } from '../scenario.ts';
import { stepDay } from './anchor.ts';
import { isNotice, type Ladder } from './ladder.ts';
import type { Run } from './run.ts';

/** A step and the first day it is due, not rolled to a worked day. */
export type NextStep = Readonly<{ step: Step; from: Day }>;

/**
 * The lowest step above the receivable's level, and above `aboveRank` where given; null when the ladder is done. A notice whose
 * due date has passed, or would have passed on the first worked day it may leave, is no step any more (R6).
 */
export function nextStep(run: Run, ladder: Ladder, r: ReceivableFacts, aboveRank = r.level): NextStep | null {
  let previous: Step | undefined;
  for (const step of ladder.steps) {
    if (step.rank === r.level) previous = step;
    if (step.rank <= aboveRank) continue;
    if (isNotice(step) && run.on > r.dueOn) continue;
    const from = stepDay(run, step, r, previous);
    if (isNotice(step) && run.days.worked(from) > r.dueOn) continue;
    return { step, from };
  }
  return null;
}

/** The step's day has come (R2: on or after it, never only on it). */
export const isDue = (run: Run, next: NextStep): boolean => next.from <= run.on;

/** First day the step may leave: its own day, or today where that has passed, rolled to a worked day (R11). */
export const leavesOn = (run: Run, next: NextStep): Day => run.days.worked(next.from > run.on ? next.from : run.on);
