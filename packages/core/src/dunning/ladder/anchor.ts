// Anchor: on which day a step is due for a receivable (R1, R2, R7).
import { type Day, maxDay } from '../../kernel/index.ts';
import { formalDeadline } from '../checks/formal-notice.ts';
import type { ReceivableFacts } from '../facts.ts';
import type { Step } from '../scenario.ts';
import type { DayBook } from './day-book.ts';
import { isFormal, isNotice } from './ladder.ts';
import type { Run } from './run.ts';

/** Days of lateness count from here: the later of due date and sending date, where the latter is known (R1, situation 12). */
export const lateFrom = (r: ReceivableFacts): Day => (r.sentOn !== null && r.sentOn > r.dueOn ? r.sentOn : r.dueOn);

/** The due date, and the sending date where known, have passed. */
export const isOverdue = (on: Day, r: ReceivableFacts): boolean => lateFrom(r) < on;

/** The day a step's offset is counted from. Before the due date only the due date itself counts, not the sending date. */
export function anchorDay(step: Step, r: ReceivableFacts): Day {
  if (step.anchor === 'sent') return r.sentOn ?? r.issuedOn;
  if (step.anchor === 'previous' && r.level > 0 && r.levelOn !== null) return r.levelOn;
  return isNotice(step) ? r.dueOn : lateFrom(r);
}

/** Anchor + offset; a step that is not a notice is never due before the receivable is overdue. Not rolled to a worked day. */
export function countedDay(days: DayBook, step: Step, r: ReceivableFacts): Day {
  const anchor = anchorDay(step, r);
  const counted =
    step.dayKind === 'business' ? days.plusWorked(anchor, step.offsetDays) : days.plus(anchor, step.offsetDays);
  if (isNotice(step)) return counted;
  const late = lateFrom(r);
  return counted > late ? counted : days.plus(late, 1);
}

/**
 * First day on which the step is due: its counted day, but at least the day after the step before it (R2), and after a formal
 * notice the day after its deadline (R7). `previous` is the step at the receivable's level, where the ladder has it.
 */
export function stepDay(run: Run, step: Step, r: ReceivableFacts, previous: Step | undefined): Day {
  const counted = countedDay(run.days, step, r);
  if (r.levelOn === null) return counted;
  const afterPrevious = previous && isFormal(previous) ? formalDeadline(run, r.levelOn) : r.levelOn;
  return maxDay(counted, run.days.plus(afterPrevious, 1));
}
