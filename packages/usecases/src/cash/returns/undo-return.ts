// Undoing a decision about a return: the money out is cancelled, what it had paid is paid again, the movement waits.
import { type CompanyId, type CustomerId, type Day, maxDay, ok, type Result, refuse } from '@quittance/core/kernel';
import type { DecisionRow } from '@quittance/db/cash';
import { appendEvent } from '@quittance/db/journal';
import { findDeedOfOut } from '@quittance/db/payments';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../../context/index.ts';
import { undoWithin } from '../../payments/deeds/undo-within.ts';
import { untie } from '../../payments/deeds/untie-return.ts';

/** Whether a decision is about money out. */
export const isOfReturn = ({ payments }: DecisionRow): boolean => payments.some(({ isOut }) => isOut);

type Given = Readonly<{ companyId: CompanyId; decision: DecisionRow; today: Day; reason: string }>;

/** Under the locks of the movement and the decision. What was noted before the movement came stays, untied. */
export async function undoReturn(
  tx: Tx,
  context: Context,
  { companyId, decision, today, reason }: Given,
): Promise<Result<readonly CustomerId[], Readonly<{ code: 'credit_spent'; openCents: number }>>> {
  const on = maxDay(today, decision.on);
  const [out] = decision.payments;
  const deed = out && !out.isRecordedBefore ? await findDeedOfOut(tx, companyId, out.paymentId) : undefined;
  if (deed) {
    const undone = await undoWithin(tx, context, { deed, companyId, note: reason });
    if (!undone.ok) return refuse({ code: 'credit_spent', openCents: 0 });
    const { deedId, customerId, cents, currency, kind, paymentId } = deed;
    await appendEvent(tx, {
      kind: 'payment.deed_undone',
      actor: context.actor,
      subject: 'payment',
      subjectId: paymentId!,
      payload: { deedId, deed: kind, customerId, cents, currency, note: reason },
      on: undone.value,
    });
  }
  await untie(tx, decision, { on, actor: context.actor, reason });
  return ok(decision.payments.map(({ customerId }) => customerId));
}
