// Order and gaps of statements: by balances, by days.
import { describe, expect, it } from 'vitest';
import { cents, day } from '../../kernel/index.ts';
import { findStatementGaps, type PlacedStatement } from './statement-gaps.ts';
import { continues, type StatementSpan, statementsApart } from './statement-order.ts';

const CALENDAR = { alsaceMoselle: false, closedDays: [] };
const money = (amount: number | null) => (amount === null ? null : cents(amount));
const span = (from: string, to: string, opening: number | null, closing: number | null): StatementSpan => ({
  fromOn: day(`2026-${from}`),
  toOn: day(`2026-${to}`),
  openingCents: money(opening),
  closingCents: money(closing),
});

describe('a statement that continues another', () => {
  const known = span('03-01', '03-10', 100, 150);
  it.each<[string, StatementSpan, boolean]>([
    ['opens with its closing, the same day or later', span('03-10', '03-10', 150, 170), true],
    ['opens with its closing a month later', span('04-01', '04-30', 150, 90), true],
    ['not one that opens otherwise', span('03-11', '03-20', 151, 170), false],
    ['not one without balances', span('03-11', '03-20', null, 170), false],
    ['not the same statement again', span('03-01', '03-10', 100, 150), false],
    ['not one that begins before it ends', span('03-09', '03-12', 150, 170), false],
    ['not one that closes alike', span('03-10', '03-10', 150, 150), false],
  ])('%s', (_, later, expected) => expect(continues(later, known)).toBe(expected));

  it('stands apart from it whichever came first, and from those further on', () => {
    const later = span('03-10', '03-10', 150, 170);
    const last = span('03-10', '03-11', 170, 180);
    expect(statementsApart(later, [known])).toEqual([known]);
    expect(statementsApart(known, [known, last, later])).toEqual([last, later]);
    expect(statementsApart(last, [known, later])).toEqual([known, later]);
    expect(statementsApart(last, [known])).toEqual([]);
  });
  it('a statement whose movements cancel out does not continue into its own extension', () => {
    expect(statementsApart(span('03-01', '03-01', 100, 100), [span('03-01', '03-02', 100, 120)])).toEqual([]);
  });
});

describe('gaps', () => {
  const placed = (
    ...list: readonly (readonly [string, string, number | null, number | null, number?])[]
  ): PlacedStatement[] =>
    list.map(([from, to, opening, closing, known = 0], index) => ({
      ...span(from, to, opening, closing),
      statementId: index + 1,
      known,
    }));
  const gapsOf = (list: PlacedStatement[]) =>
    findStatementGaps(list, CALENDAR).map(({ afterOn, beforeOn, missingCents }) => [
      afterOn.slice(5),
      beforeOn.slice(5),
      missingCents,
    ]);

  it.each<{ says: string; list: PlacedStatement[]; gaps: unknown[] }>([
    { says: 'none without statements', list: [], gaps: [] },
    { says: 'none in one statement', list: placed(['03-02', '03-06', 100, 150]), gaps: [] },
    {
      says: 'none where balances follow on, however long the silence',
      list: placed(['03-02', '03-06', 100, 150], ['03-20', '03-27', 150, 90]),
      gaps: [],
    },
    {
      says: 'the sum that is missing, and the days on both sides',
      list: placed(['03-02', '03-06', 100, 150], ['03-16', '03-20', 120, 90]),
      gaps: [['03-06', '03-16', -30]],
    },
    {
      says: 'whatever order they came in',
      list: placed(['03-16', '03-20', 120, 90], ['03-02', '03-06', 100, 150]),
      gaps: [['03-06', '03-16', -30]],
    },
    {
      says: 'closed by the statement that was missing',
      list: placed(['03-02', '03-06', 100, 150], ['03-16', '03-20', 120, 90], ['03-09', '03-13', 150, 120]),
      gaps: [],
    },
    {
      says: 'none where one lies over the other',
      list: placed(['03-02', '03-10', 100, 150], ['03-09', '03-13', 130, 160, 2]),
      gaps: [],
    },
    {
      says: 'on one day, where the second does not open as the first closed and shares nothing with it',
      list: placed(['03-10', '03-10', 100, 150], ['03-10', '03-10', 170, 180]),
      gaps: [['03-10', '03-10', 20]],
    },
    {
      says: 'none on one day among statements that follow on, whichever came first',
      list: placed(['03-10', '03-10', 150, 180], ['03-10', '03-10', 120, 150], ['03-10', '03-10', 100, 120]).map(
        (one) => one,
      ),
      gaps: [],
    },
    {
      says: 'told by days alone where balances are not: a whole worked day between',
      list: placed(['03-02', '03-06', null, 150], ['03-10', '03-13', null, 90]),
      gaps: [['03-06', '03-10', null]],
    },
    {
      says: 'a weekend is no gap',
      list: placed(['03-02', '03-06', null, 150], ['03-09', '03-13', null, 90]),
      gaps: [],
    },
  ])('$says', ({ list, gaps }) => expect(gapsOf(list)).toEqual(gaps));
});
