// Formal notice (mise en demeure, art. 1344 C. civ.): what it needs and the time it gives (R7).
import type { Day } from '../../kernel/index.ts';
import type { ReceivableFacts } from '../facts.ts';
import type { Ladder } from '../ladder/ladder.ts';
import type { Run } from '../ladder/run.ts';
import type { Step } from '../scenario.ts';

/** Last day to pay given by a formal notice that leaves on `sentOn`: the policy's days later, never on a day not worked. */
export const formalDeadline = (run: Run, sentOn: Day): Day =>
  run.days.worked(run.days.plus(sentOn, run.company.policy.formalNoticeDays));

/** At least one reminder after the due date was done for the receivable; a notice before it does not count. */
export const wasReminded = (ladder: Ladder, r: ReceivableFacts): boolean => r.level >= ladder.firstReminderRank;

/** The step asks for a person's approval, by itself or because the policy wants it for every formal notice. */
export const needsApproval = (run: Run, step: Step): boolean =>
  step.needsApproval || (step.tone === 'formal' && run.company.policy.formalNoticeNeedsApproval);
