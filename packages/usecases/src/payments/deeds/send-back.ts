// Money not applied leaves a payment: paid back to the customer, or kept as a small gain.
import {
  type CompanyId,
  type CustomerId,
  type Day,
  maxDay,
  ok,
  type PaymentId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { type DeedRow, findDeed } from '@quittance/db/payments';
import { insertDeed, insertMoney, type LockedMoney, lockPayment } from '@quittance/db/payments/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../../context/index.ts';
import type { OverLimit } from '../over-limit.ts';
import { companyToday } from '../today.ts';
import { payOut } from './lines.ts';

/** Why nothing left. `openCents`: what is not applied. */
export type SpentRefusal = Readonly<{ code: 'not_found' }> | Readonly<{ code: 'payment_spent'; openCents: number }>;

type Out = Readonly<{
  companyId: CompanyId;
  paymentId: PaymentId;
  cents: number;
  kind: 'refund' | 'gain' | 'move';
  purpose: 'refund' | 'gain' | 'moved_out';
  on: Day;
  reference: string;
}>;

/** Locks a payment that has so much not applied. */
export async function lockSpendable(
  tx: Tx,
  { companyId, paymentId, cents }: Readonly<{ companyId: CompanyId; paymentId: PaymentId; cents: number }>,
): Promise<Result<LockedMoney, SpentRefusal>> {
  const payment = await lockPayment(tx, companyId, paymentId);
  if (payment?.direction !== 'in' || payment.purpose === 'cancelled') return refuse({ code: 'not_found' });
  return cents > payment.openCents ? refuse({ code: 'payment_spent', openCents: payment.openCents }) : ok(payment);
}

/** Money out from what is not applied of a locked payment, joined to it the same day or once it was free. */
export async function sendOut(tx: Tx, context: Context, payment: LockedMoney, out: Out): Promise<PaymentId> {
  const { companyId, cents, on, reference } = out;
  const { customerId, currency, paymentId, method } = payment;
  const money = { companyId, customerId, on, cents, currency, method, reference: reference || null };
  // A return alone takes its payment back; other money out only uses it.
  const id = await insertMoney(tx, { ...money, direction: 'out', purpose: out.purpose, reverses: null });
  const scope = { companyId, currency, actor: context.actor, reason: '' };
  const free = maxDay(maxDay(on, payment.on), payment.lastUndoneOn ?? on);
  await payOut(tx, scope, { credit: { kind: 'payment', id: paymentId }, refundId: id, on: free, cents });
  return id;
}

type Sent = Out & Readonly<{ note: string; event: string; toCustomerId?: CustomerId; inPaymentId?: PaymentId }>;

/** Records the deed and its line of journal. */
export async function noteSent(
  tx: Tx,
  context: Context,
  { payment, outPaymentId, sent }: Readonly<{ payment: LockedMoney; outPaymentId: PaymentId; sent: Sent }>,
): Promise<DeedRow> {
  const { companyId, paymentId, cents, kind, on, reference, note, event, toCustomerId, inPaymentId } = sent;
  const { customerId, currency } = payment;
  const deedId = await insertDeed(tx, {
    ...{ companyId, customerId, kind, on, cents, currency, paymentId, outPaymentId, reference, note },
    ...(toCustomerId === undefined ? {} : { toCustomerId }),
    ...(inPaymentId === undefined ? {} : { inPaymentId }),
    actor: context.actor,
  });
  await appendEvent(tx, {
    kind: event,
    actor: context.actor,
    subject: 'payment',
    subjectId: paymentId,
    payload: { deedId, customerId, cents, currency, reference, note, ...(toCustomerId && { toCustomerId }) },
    on,
  });
  return (await findDeed(tx, companyId, deedId))!;
}

/** A refund as a person notes it. */
export type RefundOrder = Readonly<{
  companyId: CompanyId;
  paymentId: PaymentId;
  cents: number;
  on: Day;
  reference: string;
  note: string;
}>;

/** Notes money paid back. Refuses `payment_spent` for more than is not applied, `day_out_of_order` before the payment. */
export const refundPayment = (
  context: Context,
  order: RefundOrder,
): Promise<Result<DeedRow, SpentRefusal | Readonly<{ code: 'day_in_future' | 'day_out_of_order' }>>> =>
  inOrganization(context, async (tx) => {
    const { today } = await companyToday(tx, context, order.companyId);
    if (order.on > today) return refuse({ code: 'day_in_future' });
    const locked = await lockSpendable(tx, order);
    if (!locked.ok) return locked;
    if (order.on < locked.value.on) return refuse({ code: 'day_out_of_order' });
    const out = { ...order, kind: 'refund', purpose: 'refund' } as const;
    const outPaymentId = await sendOut(tx, context, locked.value, out);
    const sent = { ...out, event: 'payment.refunded' };
    return ok(await noteSent(tx, context, { payment: locked.value, outPaymentId, sent }));
  });

/** Keeps a rest in the company's favour. Refuses `over_limit` above the company's limit for small differences. */
export const keepRest = (
  context: Context,
  order: Readonly<{ companyId: CompanyId; paymentId: PaymentId; cents: number; note: string }>,
): Promise<Result<DeedRow, SpentRefusal | OverLimit>> =>
  inOrganization(context, async (tx) => {
    const { company, today } = await companyToday(tx, context, order.companyId);
    const locked = await lockSpendable(tx, order);
    if (!locked.ok) return locked;
    const { smallDifferenceCents: limitCents } = company.policy;
    const { cents: amountCents } = order;
    if (amountCents > limitCents)
      return refuse({ code: 'over_limit', amountCents, limitCents, currency: locked.value.currency });
    const on = maxDay(today, locked.value.on);
    const out = { ...order, kind: 'gain', purpose: 'gain', on, reference: '' } as const;
    const outPaymentId = await sendOut(tx, context, locked.value, out);
    const sent = { ...out, event: 'payment.kept' };
    return ok(await noteSent(tx, context, { payment: locked.value, outPaymentId, sent }));
  });
