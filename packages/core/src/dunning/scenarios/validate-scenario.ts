// Validate scenario: what a ladder must be before it may be saved (situation 9). Every refusal names its step.
import { isFormal, isNotice, isReminder, isTask } from '../ladder/ladder.ts';
import type { Scenario, Step } from '../scenario.ts';

/** Why a scenario, or one of its steps, cannot be saved. */
export type ScenarioRefusalCode =
  | 'no_step'
  | 'step_code_unreadable'
  | 'step_code_repeated'
  | 'rank_out_of_order'
  | 'offset_not_whole'
  | 'offset_not_increasing'
  | 'notice_after_due_date'
  | 'notice_after_reminder'
  | 'reminder_before_due_date'
  | 'nothing_before_previous'
  | 'offset_before_previous'
  | 'formal_notice_without_earlier_reminder'
  | 'formal_notice_not_by_post'
  | 'decision_not_a_task'
  | 'step_after_decision'
  | 'channel_repeated';

/** `step` is the step's code, null where the scenario as a whole is meant; `rank` its place, 1 for the first. */
export type ScenarioRefusal = Readonly<{ code: ScenarioRefusalCode; step: string | null; rank: number | null }>;

type Rule = Readonly<{ code: ScenarioRefusalCode; breaks: (step: Step, before: readonly Step[]) => boolean }>;

const CODE = /^[a-z][a-z0-9_]{0,39}$/;
const BY_POST = ['letter', 'registered_letter'];

const isAfterDue = (step: Step): boolean => !isNotice(step) && step.anchor === 'due';

/** Offsets are compared among steps counted from the due date in the same kind of days. */
const goesBack = (step: Step, before: readonly Step[]): boolean => {
  const last = before.findLast((other) => other.anchor === step.anchor && other.dayKind === step.dayKind);
  return step.anchor !== 'previous' && last !== undefined && step.offsetDays <= last.offsetDays;
};

const repeatsChannel = (step: Step): boolean =>
  new Set([step.channel, ...step.fallbackChannels]).size !== step.fallbackChannels.length + 1;

const RULES: readonly Rule[] = [
  { code: 'step_code_unreadable', breaks: (step) => !CODE.test(step.code) },
  { code: 'step_code_repeated', breaks: (step, before) => before.some((other) => other.code === step.code) },
  { code: 'rank_out_of_order', breaks: (step, before) => step.rank !== before.length + 1 },
  { code: 'offset_not_whole', breaks: (step) => !Number.isInteger(step.offsetDays) },
  { code: 'offset_not_increasing', breaks: goesBack },
  { code: 'notice_after_due_date', breaks: (step) => isNotice(step) && step.anchor === 'due' && step.offsetDays > 0 },
  { code: 'notice_after_reminder', breaks: (step, before) => isNotice(step) && before.some((o) => !isNotice(o)) },
  { code: 'reminder_before_due_date', breaks: (step) => isAfterDue(step) && step.offsetDays < 1 },
  { code: 'nothing_before_previous', breaks: (step, before) => step.anchor === 'previous' && before.length === 0 },
  { code: 'offset_before_previous', breaks: (step) => step.anchor === 'previous' && step.offsetDays < 1 },
  {
    code: 'formal_notice_without_earlier_reminder',
    breaks: (step, before) => isFormal(step) && !before.some(isReminder),
  },
  { code: 'formal_notice_not_by_post', breaks: (step) => isFormal(step) && !BY_POST.includes(step.channel) },
  { code: 'decision_not_a_task', breaks: (step) => step.tone === 'decide' && !isTask(step) },
  { code: 'step_after_decision', breaks: (_, before) => before.some((other) => other.tone === 'decide') },
  { code: 'channel_repeated', breaks: repeatsChannel },
];

/** Everything that keeps a scenario from being saved, in step order; an empty list means it may be. */
export function validateScenario(scenario: Scenario): readonly ScenarioRefusal[] {
  if (scenario.steps.length === 0) return [{ code: 'no_step', step: null, rank: null }];
  return scenario.steps.flatMap((step, index) => {
    const before = scenario.steps.slice(0, index);
    return RULES.filter((rule) => rule.breaks(step, before)).map(
      (rule): ScenarioRefusal => ({ code: rule.code, step: step.code, rank: index + 1 }),
    );
  });
}
