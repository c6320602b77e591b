// Run: what one planning knows before it meets a customer. The day, the company, its calendar, the ladders made ready.
import type { Day } from '../../kernel/index.ts';
import type { CompanyFacts } from '../facts.ts';
import { freshUntil } from '../freshness.ts';
import type { Scenario } from '../scenario.ts';
import { type DayBook, openDayBook } from './day-book.ts';
import { buildLadder, type Ladder } from './ladder.ts';

/** One planning of one company on one day. */
export type Run = Readonly<{
  on: Day;
  company: CompanyFacts;
  days: DayBook;
  /** Whether anything may leave on the day (R11). */
  isWorked: boolean;
  /** First of the seven days that end with `on` (R5). */
  weekFrom: Day;
  /** The books or the bank are older than the freshness limit (R8). */
  isStale: boolean;
  ladderOf: (scenario: Scenario) => Ladder;
}>;

const isStale = (on: Day, company: CompanyFacts): boolean => {
  const until = freshUntil(company);
  return until !== null && (until === 'never' || until < on);
};

/** Opens a planning. What it remembers depends on its arguments alone, so the same run may serve any number of customers. */
export function startRun(on: Day, company: CompanyFacts): Run {
  const days = openDayBook(company.calendar);
  const ladders = new Map<Scenario, Ladder>();
  const ladderOf = (scenario: Scenario): Ladder => {
    const known = ladders.get(scenario);
    if (known) return known;
    const ladder = buildLadder(scenario);
    ladders.set(scenario, ladder);
    return ladder;
  };
  return {
    on,
    company,
    days,
    isWorked: days.worked(on) === on,
    weekFrom: days.plus(on, -6),
    isStale: isStale(on, company),
    ladderOf,
  };
}
