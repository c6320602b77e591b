// Compare ladders: what a changed ladder, or another one, does to the next step of every open receivable, before it is saved (R12).
import type { CustomerId, Day, ReceivableId } from '../../kernel/index.ts';
import type { CompanyFacts, CustomerFacts, ReceivableFacts } from '../facts.ts';
import { leavesOn, nextStep } from '../ladder/due-step.ts';
import { type Run, startRun } from '../ladder/run.ts';
import type { Channel, Scenario, Tone } from '../scenario.ts';

/** A receivable's next step and the first worked day it may leave; spacing and caps may make it later. */
export type NextMove = Readonly<{ step: string; channel: Channel; tone: Tone; on: Day }>;

/** `added`: there was no next step; `ended`: there is none any more; `other`: another step, way or tone on the same day. */
export type MoveKind = 'same' | 'earlier' | 'later' | 'other' | 'added' | 'ended';

/** What becomes of one receivable. */
export type LadderMove = Readonly<{
  kind: MoveKind;
  customerId: CustomerId;
  receivableId: ReceivableId;
  invoiceNumber: string;
  dueOn: Day;
  before: NextMove | null;
  after: NextMove | null;
}>;

/** A customer's ladder before and after; `levelOf` gives the level a receivable has on the new one. */
export type LadderChange = Readonly<{
  customer: CustomerFacts;
  after: Scenario;
  levelOf: (level: number) => number;
}>;

function moveOf(run: Run, scenario: Scenario, receivable: ReceivableFacts): NextMove | null {
  const next = nextStep(run, run.ladderOf(scenario), receivable);
  if (!next) return null;
  const { code, channel, tone } = next.step;
  return { step: code, channel, tone, on: leavesOn(run, next) };
}

function kindOfMove(before: NextMove | null, after: NextMove | null): MoveKind {
  if (before === null) return after === null ? 'same' : 'added';
  if (after === null) return 'ended';
  if (after.on !== before.on) return after.on < before.on ? 'earlier' : 'later';
  const isSame = after.step === before.step && after.channel === before.channel && after.tone === before.tone;
  return isSame ? 'same' : 'other';
}

/** Every open receivable of the customers given, in their order, with its next step under the ladder in force and under the new one. */
export function compareLadders(
  on: Day,
  company: CompanyFacts,
  changes: readonly LadderChange[],
): readonly LadderMove[] {
  const run = startRun(on, company);
  return changes.flatMap(({ customer, after: ladder, levelOf }) =>
    customer.receivables
      .filter((receivable) => receivable.openCents > 0)
      .map((receivable): LadderMove => {
        const { receivableId, invoiceNumber, dueOn, level } = receivable;
        const before = moveOf(run, customer.scenario, receivable);
        const carried = levelOf(level);
        const levelOn = carried === 0 ? null : receivable.levelOn;
        const after = moveOf(run, ladder, { ...receivable, level: carried, levelOn });
        const kind = kindOfMove(before, after);
        return { kind, customerId: customer.customerId, receivableId, invoiceNumber, dueOn, before, after };
      }),
  );
}
