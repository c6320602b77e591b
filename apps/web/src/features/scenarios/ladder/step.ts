// Step: a rung as it is edited on screen, what it is called, and where it stands among the others.
import type { ScenarioView } from '@quittance/contracts/api';
import { type ScenarioRefusal, type StepChange, validateScenario } from '@quittance/core/dunning';
import type { Say } from '../../../i18n/index.ts';
import { offsetWords } from '../../../receivables/index.ts';

/** A rung; its rank is its place. */
export type EditStep = ScenarioView['steps'][number];

/** "Relance courtoise (E-mail)". */
export const stepName = (t: Say, { tone, channel }: Pick<EditStep, 'tone' | 'channel'>): string =>
  `${t(`words:tone.${tone}`)} (${t(`words:channel.${channel}`)})`;

/** "7 jours après l’échéance, jours ouvrés". */
export const whenWords = (t: Say, step: Pick<EditStep, 'anchor' | 'offsetDays' | 'dayKind'>): string =>
  step.dayKind === 'business' ? `${offsetWords(t, step)}, ${t('scenarios:worked')}` : offsetWords(t, step);

/** What keeps the ladder from being saved, by the same rule the server applies. */
export const problemsOf = (steps: readonly EditStep[]): readonly ScenarioRefusal[] =>
  validateScenario({ code: 'draft', version: 0, steps: steps.map((step, index) => ({ ...step, rank: index + 1 })) });

/** A code no other step has. */
export function freeCode(steps: readonly EditStep[]): string {
  for (let n = steps.length + 1; ; n += 1) if (!steps.some(({ code }) => code === `step_${n}`)) return `step_${n}`;
}

/** The steps with one moved up (−1) or down (1). */
export function moved(steps: readonly EditStep[], at: number, by: -1 | 1): EditStep[] {
  const all = [...steps];
  const [step] = all.splice(at, 1);
  if (step) all.splice(at + by, 0, step);
  return all;
}

const DAYS_APART = 7;
const WEEK = 7;
const WORKED = 5;

/** About how many days from the due date a step stands; steps counted from the one before it stand after it. */
export function placesOf(steps: readonly EditStep[]): number[] {
  let previous = 0;
  return steps.map((step) => {
    const days = step.dayKind === 'business' ? Math.round((step.offsetDays * WEEK) / WORKED) : step.offsetDays;
    previous = step.anchor === 'previous' ? Math.max(previous, 0) + days : days;
    return previous;
  });
}

/** A new step after the one at `at`, a week later, that reminds firmly by e-mail. */
export function newStep(steps: readonly EditStep[], at: number): EditStep {
  const before = steps[at];
  const offset = before && before.anchor === 'due' ? before.offsetDays : 0;
  return {
    code: freeCode(steps),
    anchor: 'due',
    offsetDays: Math.max(offset, 0) + DAYS_APART,
    dayKind: 'calendar',
    channel: 'email',
    fallbackChannels: [],
    tone: offset < DAYS_APART ? 'courteous' : 'firm',
    needsApproval: false,
    contactRole: 'reminders',
    attachInvoices: true,
  };
}

const valueWords = (t: Say, field: string, value: unknown): string => {
  if (field === 'channel') return t(`words:channel.${String(value)}`);
  if (field === 'tone') return t(`words:tone.${String(value)}`);
  if (field === 'contactRole') return t(`words:contactRole.${String(value)}`);
  if (field === 'anchor') return t(`scenarios:anchor.${String(value)}`);
  if (field === 'dayKind') return t(`scenarios:dayKind.${String(value)}`);
  if (typeof value === 'boolean') return t(value ? 'scenarios:yes' : 'scenarios:no');
  if (Array.isArray(value))
    return value.map((each) => t(`words:channel.${String(each)}`)).join(', ') || t('words:empty');
  return String(value);
};

/** One change as a sentence. */
export function changeWords(t: Say, change: StepChange): string {
  const step = stepName(t, change.step);
  if ('field' in change)
    return t('scenarios:change.changed', {
      step,
      field: t(`scenarios:field.${change.field}`),
      before: valueWords(t, change.field, change.before),
      after: valueWords(t, change.field, change.after),
    });
  if ('from' in change) return t('scenarios:change.moved', { step, from: change.from, to: change.to });
  return t(change.kind === 'added' ? 'scenarios:change.added' : 'scenarios:change.removed', {
    step,
    when: whenWords(t, change.step),
  });
}
