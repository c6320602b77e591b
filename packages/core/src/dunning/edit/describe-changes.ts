// Describe changes: what differs between two versions of a ladder, step by step, as facts for a sentence.
import type { Step } from '../scenario.ts';

/** Fields of a step that a person may change. */
export const STEP_FIELDS = [
  'anchor',
  'offsetDays',
  'dayKind',
  'channel',
  'fallbackChannels',
  'tone',
  'needsApproval',
  'contactRole',
  'attachInvoices',
] as const;

/** One field of a step. */
export type StepField = (typeof STEP_FIELDS)[number];

/** `moved` is a step whose place among those of both versions changed; `changed` one of its fields. */
export type StepChange =
  | Readonly<{ kind: 'added' | 'removed'; step: EditedStep }>
  | Readonly<{ kind: 'moved'; step: EditedStep; from: number; to: number }>
  | Readonly<{ kind: 'changed'; step: EditedStep; field: StepField; before: unknown; after: unknown }>;

/** A step as it is edited: its rank is its place. */
export type EditedStep = Omit<Step, 'rank'>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function fieldChanges(before: EditedStep, after: EditedStep): StepChange[] {
  return STEP_FIELDS.filter((field) => !isSame(before[field], after[field])).map((field) => ({
    kind: 'changed',
    step: after,
    field,
    before: before[field],
    after: after[field],
  }));
}

/** What the second version adds, removes, moves and alters; steps are known by their code. */
export function describeChanges(before: readonly EditedStep[], after: readonly EditedStep[]): readonly StepChange[] {
  const old = new Map(before.map((step) => [step.code, step]));
  const now = new Set(after.map((step) => step.code));
  const keptBefore = before.filter((step) => now.has(step.code)).map((step) => step.code);
  const keptAfter = after.filter((step) => old.has(step.code)).map((step) => step.code);
  const changes: StepChange[] = [];
  for (const step of before) if (!now.has(step.code)) changes.push({ kind: 'removed', step });
  for (const step of after) {
    const known = old.get(step.code);
    if (!known) {
      changes.push({ kind: 'added', step });
      continue;
    }
    const from = keptBefore.indexOf(step.code) + 1;
    const to = keptAfter.indexOf(step.code) + 1;
    if (from !== to) changes.push({ kind: 'moved', step, from, to });
    changes.push(...fieldChanges(known, step));
  }
  return changes;
}
