// Undo a decision about actions of a day, by the number of its journal line: approvals not left yet, skips the ladder has not passed,
// postponements and holds not ended. What cannot be taken back any more is refused with its reason.
import { localDay } from '@quittance/core/calendar';
import { type ActionId, type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { lockCompany } from '@quittance/db/companies';
import { deleteSkippedLevels, liftHold, listPassedLevels } from '@quittance/db/dunning/write';
import { appendEvent, findEvent, listEvents } from '@quittance/db/journal';
import { unapproveActions } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import type { DecisionTrace } from './decide-actions.ts';

/** Why one action of the decision stays as it is. */
export type UndoRefusal = 'action_left' | 'ladder_moved' | 'hold_ended';

/** How many were taken back, and why not the others. */
export type UndoOutcome = Readonly<{
  done: number;
  refused: readonly Readonly<{ actionKey: string; code: UndoRefusal }>[];
}>;

const KINDS: ReadonlySet<string> = new Set([
  'reminder.approved',
  'reminder.skipped',
  'reminder.postponed',
  'reminder.held',
]);

type Scope = Readonly<{ on: Day; by: string }>;

/** Takes one action's decision back; the reason where that is no longer possible. */
async function undoOne(tx: Tx, trace: DecisionTrace, { on, by }: Scope): Promise<UndoRefusal | null> {
  if (trace.actionIds) {
    const back = await unapproveActions(tx, trace.actionIds as readonly ActionId[]);
    return back.length > 0 ? null : 'action_left';
  }
  if (trace.levels) {
    if ((await listPassedLevels(tx, trace.levels)).length > 0) return 'ladder_moved';
    await deleteSkippedLevels(tx, trace.levels);
    return null;
  }
  let lifted = 0;
  for (const holdId of trace.holdIds ?? []) if (await liftHold(tx, holdId, { on, by })) lifted += 1;
  return lifted > 0 ? null : 'hold_ended';
}

const isUndone = async (tx: Tx, decision: number): Promise<boolean> =>
  (await listEvents(tx, { subject: `decision:${decision}`, limit: 1, offset: 0 })).total > 0;

/** Refuses `not_found` for a line that is no decision of the company, `already_undone` the second time, and the reason of the first
 * action where none can be taken back any more. */
export const undoDecision = (
  context: Context,
  { companyId, decision }: Readonly<{ companyId: CompanyId; decision: number }>,
): Promise<Result<UndoOutcome, { code: 'not_found' | 'already_undone' | UndoRefusal }>> =>
  inOrganization(context, async (tx) => {
    await lockCompany(tx, companyId);
    const line = await findEvent(tx, decision);
    const traces = (line?.facts as { traces?: readonly DecisionTrace[] } | undefined)?.traces;
    if (!line || !traces || !KINDS.has(line.kind) || line.subject !== `company:${companyId}`)
      return refuse({ code: 'not_found' });
    if (await isUndone(tx, decision)) return refuse({ code: 'already_undone' });
    const { timezone } = await getSettings(tx, companyId);
    const scope = { on: localDay(context.clock.now().getTime(), timezone), by: context.actor };
    const refused: UndoOutcome['refused'][number][] = [];
    for (const trace of traces) {
      const code = await undoOne(tx, trace, scope);
      if (code) refused.push({ actionKey: trace.key, code });
    }
    const done = traces.length - refused.length;
    if (done === 0 && refused[0]) return refuse({ code: refused[0].code });
    await appendEvent(tx, {
      kind: 'reminder.undone',
      actor: context.actor,
      subject: 'decision',
      subjectId: decision,
      payload: { companyId, decided: line.kind, done, refused },
    });
    return ok({ done, refused });
  });
