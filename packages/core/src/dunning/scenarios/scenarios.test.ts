// The shipped ladders as published, the defaults, and what a scenario is refused for.
import { describe, expect, it, test } from 'vitest';
import type { Step } from '../scenario.ts';
import { DEFAULT_POLICY } from './default-policy.ts';
import { SHIPPED_SCENARIOS, STANDARD, STRICT, TRUSTED } from './shipped-scenarios.ts';
import { validateScenario } from './validate-scenario.ts';

test.each([
  [
    STANDARD,
    '-5 notice email, 7 courteous email, 15 firm email, 18 call call, 30 letter letter, 45 formal_notice registered_letter, 60 decide task',
  ],
  [TRUSTED, '-5 notice email, 10 courteous email, 20 call call, 35 firm email, 50 letter letter, 65 decide task'],
  [
    STRICT,
    '-8 notice email, 1 courteous email, 5 call call, 9 firm email, 14 letter letter, 21 formal_notice registered_letter, 36 decide task',
  ],
])('$code is the ladder published', (scenario, expected) => {
  expect(scenario.steps.map((s) => `${s.offsetDays} ${s.code} ${s.channel}`).join(', ')).toBe(expected);
  expect(scenario.steps.map((s) => s.rank)).toEqual(scenario.steps.map((_, i) => i + 1));
  expect(scenario.steps.filter((s) => s.needsApproval).map((s) => s.code)).toEqual(
    scenario === TRUSTED ? [] : ['formal_notice'],
  );
});

test('every shipped scenario may be saved', () => {
  expect(SHIPPED_SCENARIOS.flatMap((scenario) => validateScenario(scenario))).toEqual([]);
});

test('a new company has the defaults published', () => {
  expect(DEFAULT_POLICY).toEqual({
    minDaysBetweenContacts: 3,
    maxEmailsPerWeek: 2,
    maxCallsPerWeek: 2,
    maxCallsPerDay: 1,
    netThresholdCents: 500,
    listing: 'all_overdue',
    formalNoticeDays: 8,
    formalNoticeNeedsApproval: true,
    freshnessWorkedDays: null,
  });
});

describe('a scenario is refused', () => {
  const [notice, courteous, firm, , , formal, decide] = STANDARD.steps as Step[] as [
    Step,
    Step,
    Step,
    Step,
    Step,
    Step,
    Step,
  ];
  const refusals = (...steps: readonly Step[]) =>
    validateScenario({ code: 'own', version: 1, steps: steps.map((s, i) => ({ ...s, rank: i + 1 })) }).map((r) => [
      r.code,
      r.step,
    ]);
  it.each([
    [
      'a reminder before the due date: the sign is wrong',
      [{ ...courteous, offsetDays: -7 }],
      ['reminder_before_due_date', 'courteous'],
    ],
    ['a reminder on the due date', [{ ...courteous, offsetDays: 0 }], ['reminder_before_due_date', 'courteous']],
    [
      'a notice after the due date: the sign is wrong',
      [{ ...notice, offsetDays: 5 }, courteous],
      ['notice_after_due_date', 'notice'],
    ],
    [
      'a notice after a reminder',
      [courteous, { ...notice, anchor: 'sent' as const }],
      ['notice_after_reminder', 'notice'],
    ],
    ['days that do not grow', [courteous, { ...firm, offsetDays: 7 }], ['offset_not_increasing', 'firm']],
    ['half a day', [{ ...courteous, offsetDays: 7.5 }], ['offset_not_whole', 'courteous']],
    ['two steps of one code', [courteous, { ...firm, code: 'courteous' }], ['step_code_repeated', 'courteous']],
    ['a code with a space', [{ ...courteous, code: 'Très poli' }], ['step_code_unreadable', 'Très poli']],
    ['a formal notice first', [notice, formal], ['formal_notice_without_earlier_reminder', 'formal_notice']],
    [
      'a formal notice by e-mail',
      [courteous, { ...formal, channel: 'email' as const }],
      ['formal_notice_not_by_post', 'formal_notice'],
    ],
    ['a decision by e-mail', [courteous, { ...decide, channel: 'email' as const }], ['decision_not_a_task', 'decide']],
    ['a step after the decision', [courteous, { ...decide, offsetDays: 8 }, firm], ['step_after_decision', 'firm']],
    [
      'a first step after nothing',
      [{ ...courteous, anchor: 'previous' as const }],
      ['nothing_before_previous', 'courteous'],
    ],
    [
      'a step before the one before it',
      [courteous, { ...firm, anchor: 'previous' as const, offsetDays: 0 }],
      ['offset_before_previous', 'firm'],
    ],
    [
      'a fallback to the same channel',
      [{ ...courteous, fallbackChannels: ['email' as const] }],
      ['channel_repeated', 'courteous'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(refusals(...steps)).toEqual([expected]);
  });
  it('without any step', () => {
    expect(refusals()).toEqual([['no_step', null]]);
  });
  it('with ranks that are not 1, 2, 3', () => {
    const steps = [courteous, firm].map((step) => ({ ...step, rank: 4 }));
    expect(validateScenario({ code: 'own', version: 1, steps }).map((r) => [r.code, r.rank])).toEqual([
      ['rank_out_of_order', 1],
      ['rank_out_of_order', 2],
    ]);
  });
});
