// Move money to the customer whose it is: out here, in there, the same day.
import {
  type CompanyId,
  type CustomerId,
  maxDay,
  ok,
  type PaymentId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { isHeldThingKnown } from '@quittance/db/dunning';
import type { DeedRow } from '@quittance/db/payments';
import { insertMoney } from '@quittance/db/payments/write';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../follow-up.ts';
import { companyToday } from '../today.ts';
import { lockSpendable, noteSent, type SpentRefusal, sendOut } from './send-back.ts';

/** Which money, and whose it is. */
export type MoveOrder = Readonly<{
  companyId: CompanyId;
  paymentId: PaymentId;
  customerId: CustomerId;
  cents: number;
  note: string;
}>;

/** Moves what is not applied. Refuses `allocation_mismatch` for the customer it is with already, `payment_spent` for more than is free. */
export const movePayment = (
  context: Context,
  order: MoveOrder,
): Promise<Result<DeedRow, SpentRefusal | Readonly<{ code: 'allocation_mismatch' }>>> =>
  inOrganization(context, async (tx) => {
    const { companyId, customerId, cents } = order;
    if (!(await isHeldThingKnown(tx, { companyId, customerId, receivableId: null })))
      return refuse({ code: 'not_found' });
    const { today } = await companyToday(tx, context, companyId);
    const locked = await lockSpendable(tx, order);
    if (!locked.ok) return locked;
    const payment = locked.value;
    if (payment.customerId === customerId) return refuse({ code: 'allocation_mismatch' });
    const on = maxDay(today, payment.on);
    const out = { ...order, kind: 'move', purpose: 'moved_out', on, reference: payment.reference ?? '' } as const;
    const outPaymentId = await sendOut(tx, context, payment, out);
    const { currency, method, reference } = payment;
    const money = { companyId, customerId, on, cents, currency, method, reference, reverses: null };
    const inPaymentId = await insertMoney(tx, { ...money, direction: 'in', purpose: 'moved_in' });
    const sent = { ...out, event: 'payment.moved', toCustomerId: customerId, inPaymentId };
    const deed = await noteSent(tx, context, { payment, outPaymentId, sent });
    await followMoney(tx, context, companyId);
    return ok(deed);
  });
