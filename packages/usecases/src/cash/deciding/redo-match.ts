// Taking an undone decision again, as a new one, where both sides still have room.
import { type CompanyId, type CreditNoteId, ok, type PaymentId, type Result, refuse } from '@quittance/core/kernel';
import { type DecisionPart, type DecisionRow, findDecision } from '@quittance/db/cash';
import { type Context, inOrganization } from '../../context/index.ts';
import { lookAround } from '../matching/look-again.ts';
import type { Applied } from './apply-parts.ts';
import type { DecisionRefusal } from './check-order.ts';
import { takeWithin } from './decide-movement.ts';
import { distinct, isAdjustment, type Undone } from './undo-match.ts';

type Named = Readonly<{ companyId: CompanyId; decisionId: number }>;

/** What a decision wrote, as parts: each payment with the allocations of its customer. */
function partsAgain({ payments, allocations }: DecisionRow): DecisionPart[] {
  const customers = distinct([...payments, ...allocations].map(({ customerId }) => customerId));
  return customers.flatMap((customerId) => {
    const own = allocations.filter((each) => each.customerId === customerId);
    const notes = own
      .filter((each) => each.creditNoteId !== null && !isAdjustment(each))
      .map(({ creditNoteId, receivableId, cents }) => ({
        creditNoteId: creditNoteId as CreditNoteId,
        receivableId,
        cents,
      }));
    const adjustments = own.filter(isAdjustment).map(({ receivableId, cents, creditNature }) => ({
      ...{ receivableId, cents, nature: creditNature as DecisionPart['adjustments'][number]['nature'] },
    }));
    const paid = payments.filter((each) => each.customerId === customerId);
    const rest = { customerId, settles: null, allocations: [], credits: notes, adjustments };
    if (paid.length === 0) return [{ ...rest, cents: 0, paymentId: null }];
    return paid.map((payment, n): DecisionPart => {
      const { paymentId, isRecordedBefore, matchedCents, cents, currency, givesBack } = payment;
      const isOther = !isRecordedBefore && !payment.isOut && matchedCents !== cents;
      return {
        ...(n === 0 ? rest : { ...rest, credits: [], adjustments: [] }),
        cents: matchedCents,
        paymentId: isRecordedBefore ? (paymentId as PaymentId) : givesBack,
        settles: isOther ? { cents, currency } : null,
        allocations: own
          .filter((each) => each.paymentId === paymentId)
          .map(({ receivableId, cents: part }) => ({ receivableId, cents: part })),
      };
    });
  });
}

/** Takes an undone decision again, as a new one, where both sides still have room. Refuses `state_forbids` where it was not undone. */
export async function redoMatch(
  context: Context,
  { companyId, decisionId }: Named,
): Promise<Result<Applied & Undone, DecisionRefusal>> {
  const taken = await inOrganization(context, async (tx) => {
    const decision = await findDecision(tx, companyId, decisionId);
    if (!decision) return refuse({ code: 'not_found' as const });
    if (decision.undoneOn === null) return refuse({ code: 'state_forbids' as const });
    const { transactionId, origin, evidence, confidence, spans, note, taughtAliasId } = decision;
    const order = {
      ...{ transactionId, evidence, confidence, spans, note, parts: partsAgain(decision) },
      origin: origin === 'automatic' ? ('accepted' as const) : origin,
    };
    const made = await takeWithin(tx, context, { companyId, order, learns: taughtAliasId !== null });
    return made.ok ? ok({ ...made.value, transactionId }) : made;
  });
  if (!taken.ok) return taken as Result<never, DecisionRefusal>;
  const { transactionId, customerIds } = taken.value;
  await lookAround(context, { companyId, transactionIds: [transactionId], customerIds });
  return taken;
}
