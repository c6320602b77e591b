// Gaps: between which statements of an account one is missing, told by their balances, or by their days where they carry none.
import { addWorkedDays, type Calendar } from '../../calendar/index.ts';
import { type Cents, cents, type Day } from '../../kernel/index.ts';
import type { StatementSpan } from './statement-order.ts';

/** A statement in the line of its account. */
export type PlacedStatement = StatementSpan &
  Readonly<{
    statementId: number;
    /** Movements that earlier files had brought: it overlaps them. */
    known: number;
  }>;

/** What is missing between two statements. */
export type StatementGap = Readonly<{
  afterId: number;
  beforeId: number;
  /** Last day of the one, first day of the other. */
  afterOn: Day;
  beforeOn: Day;
  /** Sum of the movements that are missing; null where no balances tell. */
  missingCents: Cents | null;
}>;

type Dated = PlacedStatement & Readonly<{ fromOn: Day; toOn: Day }>;

const isDated = (one: PlacedStatement): one is Dated => one.fromOn !== null && one.toOn !== null;

const inTime = (a: Dated, b: Dated): number => {
  if (a.fromOn !== b.fromOn) return a.fromOn < b.fromOn ? -1 : 1;
  if (a.toOn !== b.toOn) return a.toOn < b.toOn ? -1 : 1;
  return a.statementId - b.statementId;
};

/** How far the statements walked so far reach: those that end on the last day. */
class Reach {
  readonly last: Dated[];

  constructor(first: Dated) {
    this.last = [first];
  }

  get toOn(): Day {
    return this.last[0]!.toOn;
  }

  /** Goes on from one of the last, or lies over them. */
  joins(next: Dated): boolean {
    if (this.last.some(({ closingCents }) => closingCents !== null && closingCents === next.openingCents)) return true;
    if (next.fromOn < this.toOn) return true;
    return next.fromOn === this.toOn && (next.known > 0 || this.closing(next) === null);
  }

  /** The last statement whose closing tells against the opening of the next, or null. */
  closing(next: Dated): Dated | null {
    const last = this.last.at(-1)!;
    return last.closingCents === null || next.openingCents === null ? null : last;
  }

  take(next: Dated): void {
    if (next.toOn > this.toOn) this.last.splice(0, this.last.length, next);
    else if (next.toOn === this.toOn) this.last.push(next);
  }
}

/** Of the statements that begin together first, the one that suits; else the first. */
function takeNext(waiting: Dated[], suits: (one: Dated, among: readonly Dated[]) => boolean): Dated {
  const among = waiting.filter(({ fromOn }) => fromOn === waiting[0]!.fromOn);
  const at = among.findIndex((one) => suits(one, among));
  return waiting.splice(Math.max(0, at), 1)[0]!;
}

const opensFirst = (one: Dated, among: readonly Dated[]): boolean =>
  !among.some((other) => other !== one && other.closingCents !== null && other.closingCents === one.openingCents);

/** The gaps of one account, oldest first. Quiet days between equal balances are none; without balances a whole worked day is one. */
export function findStatementGaps(statements: readonly PlacedStatement[], calendar: Calendar): StatementGap[] {
  const waiting = statements.filter(isDated).sort(inTime);
  if (waiting.length === 0) return [];
  const reach = new Reach(takeNext(waiting, opensFirst));
  const gaps: StatementGap[] = [];
  while (waiting.length > 0) {
    const next = takeNext(waiting, (one) => reach.joins(one));
    if (!reach.joins(next)) gaps.push(...gapBefore(next, reach, calendar));
    reach.take(next);
  }
  return gaps;
}

function gapBefore(next: Dated, reach: Reach, calendar: Calendar): StatementGap[] {
  const closing = reach.closing(next);
  if (closing === null && next.fromOn <= addWorkedDays(reach.toOn, 1, calendar)) return [];
  const before = closing ?? reach.last.at(-1)!;
  const missing = closing === null ? null : cents(next.openingCents! - closing.closingCents!);
  return [
    {
      afterId: before.statementId,
      beforeId: next.statementId,
      afterOn: reach.toOn,
      beforeOn: next.fromOn,
      missingCents: missing,
    },
  ];
}
