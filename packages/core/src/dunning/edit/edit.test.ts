// A ladder edited: where items under way stand, what moves for open receivables, and the change told step by step.
import { describe, expect, it, test } from 'vitest';
import { aCompany, aCustomer, aReceivable, on } from '../invented/invented-facts.ts';
import type { Scenario, Step } from '../scenario.ts';
import { STANDARD, STRICT } from '../scenarios/shipped-scenarios.ts';
import { carriedLevels, carryLevel } from './carry-level.ts';
import { compareLadders } from './compare-ladders.ts';
import { describeChanges } from './describe-changes.ts';

const ranked = (steps: readonly Step[]): Step[] => steps.map((step, index) => ({ ...step, rank: index + 1 }));
const own = (steps: readonly Step[]): Scenario => ({ code: 'standard', version: 2, steps: ranked(steps) });
const without = (code: string) => ranked(STANDARD.steps.filter((step) => step.code !== code));
const shifted = (code: string, offsetDays: number) =>
  STANDARD.steps.map((step) => (step.code === code ? { ...step, offsetDays } : step));

describe('a level carried to the new ladder', () => {
  const second: Step = { ...STANDARD.steps[1]!, code: 'second', offsetDays: 10 };
  const inserted = ranked([...STANDARD.steps.slice(0, 2), second, ...STANDARD.steps.slice(2)]);
  // standard: 1 notice, 2 courteous, 3 firm, 4 call, 5 letter, 6 formal_notice, 7 decide
  it.each([
    ['nothing done', inserted, 0, 0],
    ['done before the step put in', inserted, 2, 2],
    ['done after the step put in', inserted, 3, 4],
    ['a step before it removed', without('notice'), 3, 2],
    ['the very step removed', without('firm'), 3, 2],
    ['all that was done removed', without('notice'), 1, 0],
    ['the same ladder', STANDARD.steps, 5, 5],
  ])('%s', (_, after, level, expected) => {
    expect(carryLevel(STANDARD.steps, after, level)).toBe(expected);
  });
  it('only levels that change are told', () => {
    expect(carriedLevels(STANDARD.steps, STANDARD.steps)).toEqual([]);
    expect(carriedLevels(STANDARD.steps, without('letter'))).toEqual([
      [5, 4],
      [6, 5],
      [7, 6],
    ]);
  });
});

describe('open receivables under a changed ladder', () => {
  // due on Monday 2 March 2026: courteous on 9 March (+7), firm on 17 March (+15)
  const fresh = aReceivable(1, '2026-03-02');
  const reminded = aReceivable(2, '2026-03-02', { level: 2, levelOn: on('2026-03-09') });
  const moves = (after: Scenario, day = '2026-03-05', receivables = [fresh]) =>
    compareLadders(on(day), aCompany(), [
      {
        customer: aCustomer(receivables),
        after,
        levelOf: (level) => carryLevel(STANDARD.steps, after.steps, level),
      },
    ]).map(({ kind, before, after: then }) => [kind, before?.on ?? null, then?.step ?? null, then?.on ?? null]);

  it.each([
    ['later', own(shifted('courteous', 10)), 'later', 'courteous', '2026-03-12'],
    ['earlier', own(shifted('courteous', 4)), 'earlier', 'courteous', '2026-03-06'],
    ['on a Saturday, so on Monday as before', own(shifted('courteous', 5)), 'same', 'courteous', '2026-03-09'],
    ['by another step', STRICT, 'earlier', 'courteous', '2026-03-05'],
    [
      'by another way',
      own(
        STANDARD.steps.map((step) => ({
          ...step,
          ...(step.code === 'courteous' ? { channel: 'letter' as const } : {}),
        })),
      ),
      'other',
      'courteous',
      '2026-03-09',
    ],
  ])('leaves %s', (_, after, kind, step, day) => {
    expect(moves(after)).toEqual([[kind, '2026-03-09', step, day]]);
  });

  it('keeps what was done when a step before it goes', () => {
    expect(moves(own(without('notice')), '2026-03-10', [reminded])).toEqual([
      ['same', '2026-03-17', 'firm', '2026-03-17'],
    ]);
  });
});

test('the change is told step by step', () => {
  const [notice, courteous, firm, ...rest] = STANDARD.steps as [Step, Step, Step, ...Step[]];
  const told = describeChanges(STANDARD.steps, [firm, { ...courteous, offsetDays: 20, needsApproval: true }, ...rest]);
  expect(told.map((each) => [each.kind, each.step.code, 'field' in each ? each.field : ''])).toEqual([
    ['removed', notice.code, ''],
    ['moved', 'firm', ''],
    ['moved', 'courteous', ''],
    ['changed', 'courteous', 'offsetDays'],
    ['changed', 'courteous', 'needsApproval'],
  ]);
  expect(describeChanges(STANDARD.steps, STANDARD.steps)).toEqual([]);
});
