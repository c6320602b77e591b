// Record a payment by hand: a cheque, cash, what no statement or file brings.
import {
  type CompanyId,
  type Currency,
  type CustomerId,
  type Day,
  ok,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { isHeldThingKnown } from '@quittance/db/dunning';
import { appendEvent } from '@quittance/db/journal';
import { type DeedRow, findDeed } from '@quittance/db/payments';
import { insertDeed, insertMoney } from '@quittance/db/payments/write';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../follow-up.ts';
import { companyToday } from '../today.ts';

/** A payment as a person enters it; `currency` null takes the company's. */
export type RecordOrder = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  on: Day;
  cents: number;
  currency: Currency | null;
  method: string;
  reference: string;
  note: string;
}>;

/** Enters it, unapplied. Refuses `not_found` for a customer of others, `day_in_future`. */
export const recordPayment = (
  context: Context,
  order: RecordOrder,
): Promise<Result<DeedRow, Readonly<{ code: 'not_found' | 'day_in_future' }>>> =>
  inOrganization(context, async (tx) => {
    const { companyId, customerId, on, cents, method, reference, note } = order;
    if (!(await isHeldThingKnown(tx, { companyId, customerId, receivableId: null })))
      return refuse({ code: 'not_found' });
    const { company, today } = await companyToday(tx, context, companyId);
    if (on > today) return refuse({ code: 'day_in_future' });
    const currency = order.currency ?? company.currency;
    const money = { companyId, customerId, on, cents, currency, method, reference: reference || null, reverses: null };
    const paymentId = await insertMoney(tx, { ...money, direction: 'in', purpose: 'payment' });
    const deedId = await insertDeed(tx, {
      ...{ companyId, customerId, on, cents, currency, paymentId, reference, note },
      kind: 'record',
      actor: context.actor,
    });
    await appendEvent(tx, {
      kind: 'payment.recorded',
      actor: context.actor,
      subject: 'payment',
      subjectId: paymentId,
      payload: { deedId, customerId, cents, currency, method, reference, note },
      on,
    });
    await followMoney(tx, context, companyId);
    return ok((await findDeed(tx, companyId, deedId))!);
  });
