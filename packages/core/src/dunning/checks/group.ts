// Group: a customer's receivables read once, and which of them one message lists (R4).
import { addCents, type Cents, type Currency, subtractCents, ZERO } from '../../kernel/index.ts';
import type { ReceivableFacts } from '../facts.ts';
import { isOverdue } from '../ladder/anchor.ts';
import { isDue, type NextStep, nextStep } from '../ladder/due-step.ts';
import { isFormal, isNotice, isTask, type Ladder } from '../ladder/ladder.ts';
import type { Run } from '../ladder/run.ts';
import type { PlannedItem } from '../plan.ts';
import type { Step } from '../scenario.ts';
import { wasReminded } from './formal-notice.ts';
import type { Stop } from './holds.ts';

/** A receivable with something to chase, and its next step; null when its ladder is done. */
export type Line = Readonly<{
  receivable: ReceivableFacts;
  chased: Cents;
  isOverdue: boolean;
  next: NextStep | null;
  /** The next step's day has come. */
  isDue: boolean;
}>;

/** Total order of receivables: due date, invoice number, id. */
export const byDueDate = (a: ReceivableFacts, b: ReceivableFacts): number => {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  if (a.invoiceNumber !== b.invoiceNumber) return a.invoiceNumber < b.invoiceNumber ? -1 : 1;
  return a.receivableId - b.receivableId;
};

/** Reads a receivable that is not wholly held. */
export function readLine(run: Run, ladder: Ladder, r: ReceivableFacts, stop: Stop | null): Line {
  const next = nextStep(run, ladder, r);
  return {
    receivable: r,
    chased: stop ? subtractCents(r.openCents, stop.cents) : r.openCents,
    isOverdue: isOverdue(run.on, r),
    next,
    isDue: next !== null && isDue(run, next),
  };
}

/** What a customer owes in one currency, sorted by what each line waits for. Lines keep their order. */
export type CurrencyLines = Readonly<{
  currency: Currency;
  all: readonly Line[];
  messages: readonly Line[];
  notices: readonly Line[];
  tasks: readonly Line[];
  /** Step not due yet. */
  waiting: readonly Line[];
  /** Ladder done. */
  done: readonly Line[];
}>;

/** Sorts the lines of one currency by what their step is. */
export function sortLines(currency: Currency, all: readonly Line[]): CurrencyLines {
  const messages: Line[] = [];
  const notices: Line[] = [];
  const tasks: Line[] = [];
  const waiting: Line[] = [];
  const done: Line[] = [];
  for (const line of all) {
    if (line.next === null) done.push(line);
    else if (!line.isDue) waiting.push(line);
    else if (isTask(line.next.step)) tasks.push(line);
    else if (isNotice(line.next.step)) notices.push(line);
    else messages.push(line);
  }
  return { currency, all, messages, notices, tasks, waiting, done };
}

/** The distinct steps of lines, highest rank first. */
export function stepsOf(lines: readonly Line[]): readonly Step[] {
  const byRank = new Map<number, Step>();
  for (const { next } of lines) if (next) byRank.set(next.step.rank, next.step);
  return [...byRank.values()].sort((a, b) => b.rank - a.rank);
}

/**
 * The overdue lines a message at `step` lists: every one that is not with a person, or only those whose own step is due; in a
 * formal notice only those reminded before (R7).
 */
export function listedBy(run: Run, ladder: Ladder, lines: CurrencyLines, step: Step): readonly Line[] {
  const onlyDue = run.company.policy.listing === 'due_steps_only';
  return lines.all.filter((line) => {
    if (!line.isOverdue || line.next === null) return false;
    if (line.isDue && isTask(line.next.step)) return false;
    if (onlyDue && !(line.isDue && line.next.step.rank <= step.rank)) return false;
    return !isFormal(step) || wasReminded(ladder, line.receivable);
  });
}

/** A line as an action at `rank` lists it: it advances to its own step when that is due at or below the rank (R3, R4). */
export function itemOf(line: Line, rank: number): PlannedItem {
  const { receivable, next } = line;
  const advances = next !== null && line.isDue && next.step.rank <= rank;
  return {
    receivableId: receivable.receivableId,
    invoiceNumber: receivable.invoiceNumber,
    dueOn: receivable.dueOn,
    cents: line.chased,
    advances,
    toRank: advances ? next.step.rank : receivable.level,
  };
}

/** Sum chased on lines of one currency. */
export const sumChased = (lines: readonly Line[]): Cents =>
  lines.reduce((sum, line) => addCents(sum, line.chased), ZERO);

/** Sum chased on the overdue lines that are not among `listed`. */
export function overdueElsewhere(lines: CurrencyLines, listed: readonly Line[]): Cents {
  if (listed.length === lines.all.length) return ZERO;
  const set = new Set(listed);
  return sumChased(lines.all.filter((line) => line.isOverdue && !set.has(line)));
}
