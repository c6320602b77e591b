// Follow up: what the outcome of a call does besides closing the task: a promise or a dispute holds, no answer calls again.
import type { HoldFact } from '@quittance/core/dunning';
import type { CompanyId } from '@quittance/core/kernel';
import { addDays, type CustomerId, type Day, type ReceivableId } from '@quittance/core/kernel';
import { isHeldThingKnown } from '@quittance/db/dunning';
import { insertHold } from '@quittance/db/dunning/write';
import { insertTask } from '@quittance/db/outbox/write';
import type { TaskRow } from '@quittance/db/tasks';
import type { Tx } from '@quittance/db/tx';

/** Days left to a promised payment to arrive and be booked before reminders go on: an SEPA transfer takes one banking day
 * (Regulation (EU) 260/2012 and PSD2 art. 83), the books a little more. */
export const PROMISE_GRACE_DAYS = 3;

/** What was agreed. `receivableIds` empty means the whole customer. */
export type FollowUp =
  | Readonly<{ kind: 'promise'; on: Day; receivableIds: readonly ReceivableId[] }>
  | Readonly<{ kind: 'dispute'; receivableIds: readonly ReceivableId[] }>
  | Readonly<{ kind: 'call_again'; on: Day }>;

/** What following up left behind. */
export type FollowedUp = Readonly<{ holdIds: readonly number[]; calledAgainOn: Day | null }>;

type Scope = Readonly<{ companyId: CompanyId; on: Day; note: string; by: string }>;

type Hold = Pick<HoldFact, 'reason' | 'untilOn'>;

async function holdAll(
  tx: Tx,
  scope: Scope,
  of: Readonly<{ customerId: CustomerId; receivableIds: readonly ReceivableId[]; hold: Hold }>,
): Promise<number[] | null> {
  const { companyId, on, note, by } = scope;
  const { customerId, hold } = of;
  const held: readonly (ReceivableId | null)[] = of.receivableIds.length > 0 ? of.receivableIds : [null];
  const holdIds: number[] = [];
  for (const receivableId of held) {
    if (!(await isHeldThingKnown(tx, { companyId, customerId, receivableId }))) return null;
    const fact = { ...hold, receivableId, cents: null, fromOn: on, note, author: by };
    holdIds.push(await insertHold(tx, { ...fact, companyId, customerId }));
  }
  return holdIds;
}

/** Carries it out; null where the task has no customer, or a receivable named is not theirs. */
export async function followUp(
  tx: Tx,
  scope: Scope,
  of: Readonly<{ task: TaskRow; what: FollowUp }>,
): Promise<FollowedUp | null> {
  const { task, what } = of;
  const { customerId } = task;
  if (customerId === null) return null;
  if (what.kind === 'call_again') {
    const { companyId } = scope;
    await insertTask(tx, {
      companyId,
      customerId,
      actionId: task.actionId,
      kind: 'call',
      dueOn: what.on,
      facts: task.facts,
    });
    return { holdIds: [], calledAgainOn: what.on };
  }
  const hold: Hold =
    what.kind === 'promise'
      ? { reason: 'promise', untilOn: addDays(what.on, PROMISE_GRACE_DAYS) }
      : { reason: 'dispute', untilOn: null };
  const holdIds = await holdAll(tx, scope, { customerId, receivableIds: what.receivableIds, hold });
  return holdIds && { holdIds, calledAgainOn: null };
}
