// R1, R2, R6, R11: on which day each step is due. Expected days are counted on the calendar of 2026.
import { describe, expect, it, test } from 'vitest';
import { aCompany, aReceivable, FRANCE, on } from '../invented/invented-facts.ts';
import { explainStepDate } from '../later/explain.ts';
import type { Step } from '../scenario.ts';
import { STANDARD, STRICT } from '../scenarios/shipped-scenarios.ts';
import { leavesOn, nextStep } from './due-step.ts';
import { startRun } from './run.ts';

const [notice, courteous] = STANDARD.steps as [Step, Step];
const step = (given: Partial<Step>): Step => ({ ...courteous, ...given });

describe('R1: anchor + offset', () => {
  // Due Monday 2 March 2026.
  it.each([
    ['seven days after the due date', step({}), {}, '2026-03-09'],
    [
      'five worked days after: the weekend is not counted',
      step({ offsetDays: 5, dayKind: 'business' }),
      {},
      '2026-03-09',
    ],
    ['five days before', notice, {}, '2026-02-25'],
    ['five worked days before', { ...notice, dayKind: 'business' as const }, {}, '2026-02-23'],
    ['sent after the due date: counted from the sending', step({}), { sentOn: on('2026-03-10') }, '2026-03-17'],
    ['sent before the due date: counted from the due date', step({}), { sentOn: on('2026-01-05') }, '2026-03-09'],
    ['a notice counts from the due date even if sent late', notice, { sentOn: on('2026-02-28') }, '2026-02-25'],
    [
      'three days after sending, but never before it is overdue',
      step({ anchor: 'sent', offsetDays: 3 }),
      { sentOn: on('2026-02-02') },
      '2026-03-03',
    ],
    ['sixty days after sending', step({ anchor: 'sent', offsetDays: 60 }), { sentOn: on('2026-02-02') }, '2026-04-03'],
    [
      'sending unknown: the issue date',
      step({ anchor: 'sent', offsetDays: 90 }),
      { issuedOn: on('2026-01-05') },
      '2026-04-05',
    ],
    [
      'ten days after the step before',
      step({ anchor: 'previous', offsetDays: 10 }),
      { level: 1, levelOn: on('2026-03-12') },
      '2026-03-22',
    ],
    ['no step before: the due date', step({ anchor: 'previous', offsetDays: 10 }), {}, '2026-03-12'],
  ])('%s', (_, given, facts, expected) => {
    expect(explainStepDate(given, aReceivable(1, '2026-03-02', facts), FRANCE).countedOn).toBe(expected);
  });
});

describe('R11: the day it leaves is worked', () => {
  it.each([
    ['1 May 2026, a Friday: Monday 4 May', '2026-04-24', '2026-05-01', '2026-05-04'],
    ['a Saturday: Monday', '2026-03-07', '2026-03-14', '2026-03-16'],
    ['Easter Sunday: the Tuesday after Easter Monday', '2026-03-29', '2026-04-05', '2026-04-07'],
    ['over the change to summer time on 29 March 2026', '2026-03-25', '2026-04-01', '2026-04-01'],
    ['over the change to winter time on 25 October 2026', '2026-10-21', '2026-10-28', '2026-10-28'],
    ['over 29 February 2028', '2028-02-25', '2028-03-03', '2028-03-03'],
    ['over the end of a year', '2026-12-29', '2027-01-05', '2027-01-05'],
  ])('%s', (_, dueOn, countedOn, leaves) => {
    const date = explainStepDate(courteous, aReceivable(1, dueOn), FRANCE);
    expect(date).toEqual({ anchorOn: dueOn, countedOn, leavesOn: leaves });
  });

  it('gives up a notice that would leave after the due date', () => {
    // Due Sunday 3 May, notice two days before = 1 May, next worked day 4 May.
    expect(explainStepDate({ ...notice, offsetDays: -2 }, aReceivable(1, '2026-05-03'), FRANCE).leavesOn).toBeNull();
  });
});

describe('R3 and R6: the next step', () => {
  const next = (today: string, dueOn: string, given: Parameters<typeof aReceivable>[2] = {}, scenario = STANDARD) => {
    const run = startRun(on(today), aCompany());
    const found = nextStep(run, run.ladderOf(scenario), aReceivable(1, dueOn, given));
    return found && [found.step.code, found.from, leavesOn(run, found)];
  };
  it.each([
    ['not due for long: the notice', '2026-02-02', '2026-03-02', {}, ['notice', '2026-02-25', '2026-02-25']],
    [
      'the due date itself is not past: still the notice',
      '2026-03-02',
      '2026-03-02',
      {},
      ['notice', '2026-02-25', '2026-03-02'],
    ],
    ['overdue by a day: never the notice', '2026-03-03', '2026-03-02', {}, ['courteous', '2026-03-09', '2026-03-09']],
    [
      'overdue by a year, no history: the first reminder',
      '2026-03-03',
      '2025-03-03',
      {},
      ['courteous', '2025-03-10', '2026-03-03'],
    ],
    [
      'level 2: the step above',
      '2026-03-12',
      '2026-03-02',
      { level: 2, levelOn: on('2026-03-09') },
      ['firm', '2026-03-17', '2026-03-17'],
    ],
    [
      'done late: not before the day after the step before',
      '2026-03-20',
      '2026-03-02',
      { level: 2, levelOn: on('2026-03-20') },
      ['firm', '2026-03-21', '2026-03-23'],
    ],
    // Formal notice of Monday 1 June 2026: eight days, Tuesday 9 June; the decision from the 10th, however old the invoice.
    [
      'after a formal notice: its deadline first',
      '2026-06-02',
      '2026-03-02',
      { level: 6, levelOn: on('2026-06-01') },
      ['decide', '2026-06-10', '2026-06-10'],
    ],
    ['after the decision: nothing', '2026-06-02', '2026-03-02', { level: 7, levelOn: on('2026-05-04') }, null],
  ])('%s', (_, today, dueOn, given, expected) => {
    expect(next(today, dueOn, given)).toEqual(expected);
  });

  test('a ladder without a decision gets one fifteen days after its last step', () => {
    const short = { ...STRICT, steps: STRICT.steps.slice(0, 2) };
    expect(next('2026-03-12', '2026-03-02', { level: 2, levelOn: on('2026-03-03') }, short)).toEqual([
      'decide',
      '2026-03-18',
      '2026-03-18',
    ]);
  });
});
