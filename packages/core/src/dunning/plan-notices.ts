// Plan notices: what falls due soon, written apart from what is overdue, and not at all on a day an overdue message leaves (R4).
import { creditsIn } from './checks/credits.ts';
import { type CurrencyLines, type Line, overdueElsewhere, stepsOf } from './checks/group.ts';
import { afterGap, type Limit } from './checks/spacing.ts';
import { type Block, type Desk, holdLine } from './desk.ts';
import { leavesOn, nextStep } from './ladder/due-step.ts';
import { writeMessage } from './write-message.ts';

/** A notice that cannot leave before the due date any more is given up: the receivable waits for its first reminder. */
function holdNotice(desk: Desk, line: Line, block: Block): void {
  const isLost = block.until !== null && block.until > line.receivable.dueOn;
  const first = isLost ? nextStep(desk.run, desk.ladder, line.receivable, line.next?.step.rank) : null;
  const instead: Block | null = first && { reason: 'not_due_yet', rule: block.rule, until: leavesOn(desk.run, first) };
  holdLine(desk, line, instead ?? block);
}

/** Writes the notice of one currency; its sum is net of the credits only where nothing overdue takes them first. */
function writeNotice(desk: Desk, lines: CurrencyLines): Block | null {
  const step = stepsOf(lines.notices)[0];
  if (!step) return null;
  const listed = lines.notices;
  const elsewhereCents = overdueElsewhere(lines, listed);
  const credits = creditsIn(desk.customer, lines.currency);
  const draft = { step, listed, currency: lines.currency, credits, listCredits: elsewhereCents === 0, elsewhereCents };
  const attempt = writeMessage(desk, draft);
  if ('block' in attempt) return attempt.block;
  desk.actions.push(attempt.action);
  return null;
}

/** Plans the notices of one currency, after the overdue messages of every currency. */
export function planNotices(
  desk: Desk,
  lines: CurrencyLines,
  stop: Readonly<{ gap: Limit | null; isDropped: boolean }>,
): void {
  if (lines.notices.length === 0) return;
  const wait: Block | null = stop.isDropped
    ? { reason: 'min_gap', rule: 'R4', until: afterGap(desk.run, desk.run.on) }
    : stop.gap && { reason: stop.gap.reason, rule: 'R5', until: stop.gap.until };
  const block = wait ?? writeNotice(desk, lines);
  if (block) for (const line of lines.notices) holdNotice(desk, line, block);
}
