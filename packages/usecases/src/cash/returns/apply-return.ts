// Applying a return: the deed of the payment's life is done inside the decision, which ties its money out to the movement.
import { ok, type PaymentId, type Result, refuse } from '@quittance/core/kernel';
import { type DecisionPart, findReturnedKey } from '@quittance/db/cash';
import { dropCandidates, insertDecisions, insertMatches, type LockedMovement } from '@quittance/db/cash/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../../context/index.ts';
import { type ReturnRefusal, returnWithin } from '../../payments/deeds/return-payment.ts';
import type { Applied, Applying } from '../deciding/apply-parts.ts';
import type { DecisionOrder, DecisionRefusal } from '../deciding/check-order.ts';

const told = (refusal: ReturnRefusal): DecisionRefusal => {
  if (refusal.code === 'payment_spent') return { code: 'credit_spent', openCents: refusal.openCents };
  if (refusal.code === 'not_found') return refusal as DecisionRefusal;
  return { code: refusal.code === 'day_in_future' ? 'state_forbids' : 'allocation_mismatch' };
};

/** A return is about one payment, and nothing else; several are several decisions. */
function partOf({ parts }: DecisionOrder): (DecisionPart & Readonly<{ paymentId: PaymentId }>) | null {
  const [part, ...others] = parts;
  if (!part || others.length > 0 || part.paymentId === null || part.settles !== null) return null;
  const lines = part.allocations.length + part.credits.length + part.adjustments.length;
  return lines === 0 ? { ...part, paymentId: part.paymentId } : null;
}

type Written = Readonly<{ paymentId: PaymentId; isRecordedBefore: boolean }>;

/** The money out: made now, or noted before. */
async function moneyOut(
  tx: Tx,
  context: Context,
  {
    order,
    movement,
    companyId,
  }: Readonly<{ order: DecisionOrder; movement: LockedMovement } & Pick<Applying, 'companyId'>>,
): Promise<Result<Written, DecisionRefusal>> {
  const part = partOf(order);
  if (!part) return refuse({ code: 'allocation_mismatch' });
  if (part.cents > movement.openCents || part.cents === 0)
    return refuse({ code: 'movement_matched', openCents: movement.openCents });
  const { paymentId, cents } = part;
  const payment = await findReturnedKey(tx, companyId, paymentId);
  if (!payment) return refuse({ code: 'not_found' });
  if (payment.customerId !== part.customerId || payment.currency !== movement.currency)
    return refuse({ code: 'allocation_mismatch' });
  if (payment.isOut) {
    const openCents = payment.cents - payment.tiedCents;
    return cents > openCents ? refuse({ code: 'credit_spent', openCents }) : ok({ paymentId, isRecordedBefore: true });
  }
  const { bookedOn: on, returnReason } = movement;
  const back = { companyId, paymentId, on, cents, code: returnReason ?? '', note: order.note };
  const done = await returnWithin(tx, context, back);
  return done.ok ? ok({ paymentId: done.value.outPaymentId, isRecordedBefore: false }) : refuse(told(done.refusal));
}

/**
 * Writes a decision about a locked return, whole or not at all. Terms the payment had paid are open from the day of the booking, the
 * collector has a task, the ladder goes on the day after it is noted.
 */
export async function applyReturn(
  tx: Tx,
  context: Context,
  { order, movement, asked }: Readonly<{ order: DecisionOrder; movement: LockedMovement; asked: Applying }>,
): Promise<Result<Applied, DecisionRefusal>> {
  if (!movement.isReturn || movement.isAside) return refuse({ code: 'state_forbids' });
  const { companyId, on } = asked;
  const out = await moneyOut(tx, context, { order, movement, companyId });
  if (!out.ok) return out;
  const { actor } = context;
  const { parts, transactionId, origin, evidence, note, confidence, spans } = order;
  const cents = parts[0]!.cents;
  const decision = { transactionId, origin, evidence, note, confidence, spans, companyId, actor, on };
  const [decisionId] = await insertDecisions(tx, [{ ...decision, allocationIds: [] }]);
  const tie = { companyId, actor, transactionId, decisionId: decisionId!, cents, ...out.value };
  await insertMatches(tx, [tie]);
  await dropCandidates(tx, [transactionId]);
  await appendEvent(tx, {
    kind: 'movement.matched',
    actor,
    subject: 'movement',
    subjectId: transactionId,
    payload: {
      ...{
        decisionId: decisionId!,
        origin,
        cents,
        currency: movement.currency,
        parts,
        allocationIds: [],
        evidence,
        note,
      },
      outPaymentId: out.value.paymentId,
    },
  });
  return ok({ decisionId: decisionId!, paymentIds: [out.value.paymentId] });
}
