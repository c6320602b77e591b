// Plan overdue: what leaves today about a customer's overdue receivables in one currency. One message at the highest level that may
// leave, and the task of those whose ladder asks for a person.
import { creditsIn } from './checks/credits.ts';
import { type CurrencyLines, type Line, listedBy, overdueElsewhere, sortLines, stepsOf } from './checks/group.ts';
import { afterGap, type Limit } from './checks/spacing.ts';
import { type Block, type Desk, holdLine } from './desk.ts';
import { isDue, leavesOn, nextStep } from './ladder/due-step.ts';
import { isFormal } from './ladder/ladder.ts';
import type { PlannedAction } from './plan.ts';
import type { Step } from './scenario.ts';
import { actionOf, netOfDraft, writeMessage } from './write-message.ts';

type Message = Readonly<{ action: PlannedAction | null; blocks: ReadonlyMap<number, Block> }>;

/** Lines whose text would be a repetition take the following step instead, where that is due; null where none can (R9). */
function climb(desk: Desk, lines: CurrencyLines, step: Step): CurrencyLines | null {
  let climbed = false;
  const all = lines.all.map((line): Line => {
    if (!line.isDue || line.next?.step.rank !== step.rank) return line;
    const following = nextStep(desk.run, desk.ladder, line.receivable, step.rank);
    if (following === null || !isDue(desk.run, following)) return line;
    climbed = true;
    return { ...line, next: following };
  });
  return climbed ? sortLines(lines.currency, all) : null;
}

/** The first day a step held back as a repetition gives way to the following one. */
function afterRepetition(desk: Desk, lines: readonly Line[], step: Step): Block {
  const own = lines.find((line) => line.next?.step.rank === step.rank);
  const following = own ? nextStep(desk.run, desk.ladder, own.receivable, step.rank) : null;
  return { reason: 'same_text', rule: 'R9', until: following && leavesOn(desk.run, following) };
}

/** The message at the highest step that may leave; a step stopped by its own check gives way to the next lower one (R4, R5). */
function chooseMessage(desk: Desk, lines: CurrencyLines): Message | CurrencyLines {
  const blocks = new Map<number, Block>();
  const credits = creditsIn(desk.customer, lines.currency);
  for (const step of stepsOf(lines.messages)) {
    const listed = listedBy(desk.run, desk.ladder, lines, step);
    const elsewhereCents = overdueElsewhere(lines, listed);
    const draft = { step, listed, currency: lines.currency, credits, listCredits: true, elsewhereCents };
    const attempt = writeMessage(desk, draft);
    if ('action' in attempt) return { action: attempt.action, blocks };
    if (attempt.block.reason === 'same_text') {
      const climbed = climb(desk, lines, step);
      if (climbed) return climbed;
    }
    const isRepetition = attempt.block.reason === 'same_text';
    blocks.set(step.rank, isRepetition ? afterRepetition(desk, lines.messages, step) : attempt.block);
  }
  return { action: null, blocks };
}

/** One task for a person, at the highest task step due. Where a message leaves too, the credits are in that one. */
function planTask(desk: Desk, lines: CurrencyLines, hasMessage: boolean): void {
  const step = stepsOf(lines.tasks)[0];
  if (!step) return;
  const listed = lines.tasks;
  const credits = hasMessage ? [] : creditsIn(desk.customer, lines.currency);
  const elsewhereCents = overdueElsewhere(lines, listed);
  const draft = { step, listed, currency: lines.currency, credits, listCredits: true, elsewhereCents };
  const net = netOfDraft(desk, draft);
  if ('reason' in net) {
    for (const line of listed) holdLine(desk, line, { reason: net.reason, rule: 'R4', until: null });
    return;
  }
  const wording = { route: { channel: step.channel, contact: null }, tone: step.tone };
  desk.actions.push(actionOf(desk, draft, { wording, rule: 'R2', ...net }));
}

/** Every line due for a message that is in none says which check stopped it. */
function holdLeftOut(desk: Desk, lines: CurrencyLines, message: Message): void {
  const listed = new Set(message.action?.items.map((item) => item.receivableId));
  const waits: Block = { reason: 'min_gap', rule: 'R5', until: afterGap(desk.run, desk.run.on) };
  const unready: Block = { reason: 'needs_earlier_reminder', rule: 'R7', until: null };
  for (const line of lines.messages) {
    if (listed.has(line.receivable.receivableId) || line.next === null) continue;
    const leftOut = isFormal(line.next.step) ? unready : waits;
    holdLine(desk, line, message.blocks.get(line.next.step.rank) ?? leftOut);
  }
  holdWaiting(
    desk,
    lines.waiting.filter((line) => !listed.has(line.receivable.receivableId)),
  );
}

/** Lines whose step's day has not come, with the day it comes. */
export function holdWaiting(desk: Desk, waiting: readonly Line[]): void {
  for (const line of waiting) {
    const until = line.next && leavesOn(desk.run, line.next);
    if (line.isOverdue) holdLine(desk, line, { reason: 'waiting_next_step', rule: 'R2', until });
    else holdLine(desk, line, { reason: 'not_due_yet', rule: 'R1', until });
  }
}

/** Plans one currency; `gap` is the minimum distance still running. Returns the lines left, whose notices are still to plan. */
export function planOverdue(desk: Desk, lines: CurrencyLines, gap: Limit | null): CurrencyLines {
  const choice = gap ? gapped(lines, gap) : chooseMessage(desk, lines);
  if ('all' in choice) return planOverdue(desk, choice, gap);
  if (choice.action) desk.actions.push(choice.action);
  holdLeftOut(desk, lines, choice);
  planTask(desk, lines, choice.action !== null);
  for (const line of lines.done) holdLine(desk, line, { reason: 'ladder_done', rule: 'R3', until: null });
  return lines;
}

const gapped = (lines: CurrencyLines, gap: Limit): Message => {
  const block: Block = { reason: gap.reason, rule: 'R5', until: gap.until };
  return { action: null, blocks: new Map(stepsOf(lines.messages).map((step) => [step.rank, block])) };
};
