// Undoing a deed inside a transaction: new lines stand against what it wrote, and what it had freed goes back where there is room.
import { type CompanyId, type Day, maxDay, ok, type Result, refuse } from '@quittance/core/kernel';
import { type DeedFacts, hasDeeds, isTied } from '@quittance/db/payments';
import {
  listLinesById,
  lockPayment,
  markUndone,
  noteFreed,
  releaseWaiver,
  turnAnnouncementOf,
} from '@quittance/db/payments/write';
import { closeTask } from '@quittance/db/tasks/write';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../../context/index.ts';
import { companyToday } from '../today.ts';
import { applyAgain } from './apply-again.ts';
import { cancelCredit, cancelMoneyOut, type LineScope, lockWithDebts } from './lines.ts';

type Undoing = Readonly<{ scope: LineScope; deed: DeedFacts; on: Day }>;

const creditOf = (id: number) => ({ kind: 'payment', id }) as const;

/** Money out is cancelled; of a return, what it had freed is applied again, its task closed, its announcement arrived again. */
async function undoOut(tx: Tx, { scope, deed, on }: Undoing): Promise<void> {
  const { customerId, cents } = deed;
  const paymentId = deed.paymentId!;
  const locked = (await lockWithDebts(tx, scope.companyId, paymentId))!;
  const out = (await lockPayment(tx, scope.companyId, deed.outPaymentId!))!;
  const day = [out.on, locked.payment.lastUndoneOn ?? on].reduce(maxDay, on);
  const paidBy = creditOf(paymentId);
  await cancelMoneyOut(tx, scope, { customerId, on: day, cents, paymentId: out.paymentId, paidBy });
  if (deed.kind !== 'return') return;
  const lines = await listLinesById(tx, deed.freedIds);
  await applyAgain(tx, scope, { credit: paidBy, lines, on: day });
  if (deed.taskId !== null) await closeTask(tx, deed.taskId, { outcome: 'done', note: '', on, by: scope.actor });
  await turnAnnouncementOf(tx, paymentId, 'arrived');
}

/** Whether something was done since with the money it brought, or the bank told it too. */
async function forbids(tx: Tx, companyId: CompanyId, deed: DeedFacts): Promise<boolean> {
  if (deed.kind === 'record') {
    await lockWithDebts(tx, companyId, deed.paymentId!);
    return (await hasDeeds(tx, deed.paymentId!)) || isTied(tx, deed.paymentId!);
  }
  return deed.kind === 'move' && hasDeeds(tx, deed.inPaymentId!);
}

async function undo(tx: Tx, undoing: Undoing): Promise<void> {
  const { scope, deed, on } = undoing;
  const { customerId, cents } = deed;
  if (deed.kind === 'record') {
    const freed = await cancelCredit(tx, scope, { customerId, on, cents, credit: creditOf(deed.paymentId!) });
    return noteFreed(tx, deed.deedId, freed);
  }
  if (deed.creditNoteId !== null) {
    const credit = { kind: 'credit_note', id: deed.creditNoteId } as const;
    if (deed.kind === 'waiver') await releaseWaiver(tx, deed.deedId);
    await cancelCredit(tx, scope, { customerId, on, cents, credit });
    return;
  }
  if (deed.kind === 'move') {
    const arrived = { customerId: deed.toCustomerId!, on, cents, credit: creditOf(deed.inPaymentId!) };
    await cancelCredit(tx, scope, arrived);
  }
  return undoOut(tx, undoing);
}

/** The same inside a transaction, without its line of journal. */
export async function undoWithin(
  tx: Tx,
  context: Context,
  { deed, companyId, note }: Readonly<{ deed: DeedFacts; companyId: CompanyId; note: string }>,
): Promise<Result<Day, Readonly<{ code: 'already_undone' | 'state_forbids' }>>> {
  const { today } = await companyToday(tx, context, companyId);
  const on = maxDay(today, deed.on);
  // Whoever comes second finds it marked: the row is locked by the mark itself.
  if (!(await markUndone(tx, deed.deedId, { on: today, actor: context.actor })))
    return refuse({ code: 'already_undone' });
  if (await forbids(tx, companyId, deed)) return refuse({ code: 'state_forbids' });
  await undo(tx, { scope: { companyId, currency: deed.currency, actor: context.actor, reason: note }, deed, on });
  return ok(on);
}
