// Undo a deed: new lines stand against what it wrote, and what it had freed goes back where it was as far as there is room.
import { type CompanyId, ok, type PaymentId, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { type DeedRow, findDeed, isTied } from '@quittance/db/payments';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../follow-up.ts';
import { undoWithin } from './undo-within.ts';
import { lockTie, untie } from './untie-return.ts';

/** Thrown to leave the transaction without committing it. */
class Refused extends Error {
  readonly refusal: UndoRefusal;
  constructor(refusal: UndoRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export type UndoRefusal = Readonly<{ code: 'not_found' | 'already_undone' | 'state_forbids' }>;

const ADJUSTMENTS = ['write_off', 'discount', 'bank_fee', 'exchange'];
const PAYMENT_DEEDS = ['record', 'return', 'refund', 'move', 'gain'];

/**
 * Undoes a deed as a whole. Refuses `already_undone`, and `state_forbids` where the money it brought was sent on since, or is tied to a
 * movement: undo that first.
 * Late fees and their waivers have their own undoing.
 */
export const undoDeed = (
  context: Context,
  order: Readonly<{ companyId: CompanyId; deedId: number; note: string; of: 'payment' | 'adjustment' }>,
): Promise<Result<DeedRow, UndoRefusal>> =>
  inOrganization(context, async (tx) => {
    const { companyId, deedId, note } = order;
    const deed = await findDeed(tx, companyId, deedId);
    const kinds = order.of === 'payment' ? PAYMENT_DEEDS : ADJUSTMENTS;
    if (!deed || !kinds.includes(deed.kind)) return refuse({ code: 'not_found' } as const);
    // A return the bank told: its movement first, as everybody locks, then the deed.
    const tie = deed.outPaymentId === null ? null : await lockTie(tx, companyId, deed.outPaymentId);
    const undone = await undoWithin(tx, context, { deed, companyId, note });
    if (!undone.ok) throw new Refused(undone.refusal);
    // A movement is tied to it that this member, narrowed to a portfolio, does not see.
    const isStillTied = tie === null && deed.outPaymentId !== null && (await isTied(tx, deed.outPaymentId));
    if (isStillTied) throw new Refused({ code: 'state_forbids' });
    if (tie) await untie(tx, tie, { on: undone.value, actor: context.actor, reason: note });
    const { customerId, paymentId, receivableId, cents, currency, kind } = deed;
    await appendEvent(tx, {
      kind: order.of === 'payment' ? 'payment.deed_undone' : 'adjustment.undone',
      actor: context.actor,
      subject: order.of === 'payment' ? 'payment' : 'receivable',
      subjectId: (paymentId ?? receivableId) as PaymentId,
      payload: { deedId, deed: kind, customerId, cents, currency, note },
      on: undone.value,
    });
    await followMoney(tx, context, companyId);
    return ok((await findDeed(tx, companyId, deedId))!);
  }).catch((error: unknown) => {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  });
