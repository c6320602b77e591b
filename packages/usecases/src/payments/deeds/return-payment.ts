// A payment comes back: the bank took it, its due terms are open again from that day, and the collector is told.
import {
  type CompanyId,
  type Day,
  maxDay,
  ok,
  type PaymentId,
  type ReceivableId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { planReturn } from '@quittance/core/payments';
import { insertHold } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { type DeedRow, findDeed } from '@quittance/db/payments';
import {
  insertDeed,
  insertMoney,
  insertReturnTask,
  type LockedMoney,
  turnAnnouncementOf,
} from '@quittance/db/payments/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../follow-up.ts';
import { companyToday } from '../today.ts';
import { applyAgain } from './apply-again.ts';
import { type LineScope, lockWithDebts, payOut, takeBack } from './lines.ts';

/** What came back; `cents` null for all of it that is left. */
export type ReturnOrder = Readonly<{
  companyId: CompanyId;
  paymentId: PaymentId;
  on: Day;
  cents: number | null;
  /** The bank's reason, as ISO 20022 writes it; may be empty. */
  code: string;
  note: string;
}>;

/** Why nothing was done. `openCents`: what has not left the payment yet. */
export type ReturnRefusal =
  | Readonly<{ code: 'not_found' | 'day_in_future' | 'day_out_of_order' }>
  | Readonly<{ code: 'payment_spent'; openCents: number }>;

/** A return as it was written. */
export type Returned = Readonly<{ deedId: number; outPaymentId: PaymentId }>;

async function holdToday(
  tx: Tx,
  scope: LineScope,
  given: Readonly<{ payment: LockedMoney; terms: readonly ReceivableId[]; today: Day }>,
) {
  const { companyId, actor: author } = scope;
  const { customerId } = given.payment;
  const holdIds: number[] = [];
  for (const receivableId of new Set(given.terms)) {
    const hold = {
      companyId,
      customerId,
      receivableId,
      cents: null,
      fromOn: given.today,
      untilOn: given.today,
      note: '',
    };
    holdIds.push(await insertHold(tx, { ...hold, reason: 'payment_in_transit', author }));
  }
  return holdIds;
}

/** The same inside a transaction, for a movement of the bank that says so. */
export async function returnWithin(
  tx: Tx,
  context: Context,
  order: ReturnOrder,
): Promise<Result<Returned, ReturnRefusal>> {
  const { companyId, paymentId, on, code, note } = order;
  const { today } = await companyToday(tx, context, companyId);
  if (on > today) return refuse({ code: 'day_in_future' });
  const locked = await lockWithDebts(tx, companyId, paymentId);
  if (locked?.payment.direction !== 'in') return refuse({ code: 'not_found' });
  const { payment, live } = locked;
  if (on < payment.on) return refuse({ code: 'day_out_of_order' });
  const applied = live.filter(({ receivableId }) => receivableId !== null);
  const left = payment.openCents + applied.reduce((sum, line) => sum + line.cents, 0);
  const cents = order.cents ?? left;
  if (cents > left || left === 0) return refuse({ code: 'payment_spent', openCents: left });
  const { customerId, currency } = payment;
  const scope: LineScope = { companyId, currency, actor: context.actor, reason: note };
  const credit = { kind: 'payment', id: paymentId } as const;
  const reopened = planReturn({ cents, freeCents: payment.openCents, lines: applied });
  const freed = reopened.map(({ line }) => line);
  const day = [...freed.map((line) => line.on), payment.lastUndoneOn ?? on].reduce(maxDay, on);
  const freedIds = await takeBack(tx, scope, { credit, lines: freed, on: day });
  const money = { companyId, customerId, on, cents, currency, method: payment.method, reference: payment.reference };
  const outPaymentId = await insertMoney(tx, { ...money, direction: 'out', purpose: 'return', reverses: paymentId });
  await payOut(tx, scope, { credit, refundId: outPaymentId, on: day, cents });
  // Lines are taken back whole: what of them did not come back stays applied where it was, the oldest line first.
  await applyAgain(tx, scope, { credit, lines: freed.toReversed(), on: day });
  const terms = freed.flatMap(({ receivableId }) => receivableId ?? []);
  const holdIds = await holdToday(tx, scope, { payment, terms, today });
  const facts = { paymentId, cents, currency, on, code, receivableIds: terms };
  const taskId = await insertReturnTask(tx, { companyId, customerId, on: today, facts });
  await turnAnnouncementOf(tx, paymentId, 'returned');
  const deedId = await insertDeed(tx, {
    ...{ companyId, customerId, on, cents, currency, paymentId, outPaymentId, freedIds, holdIds, taskId, code, note },
    kind: 'return',
    actor: context.actor,
  });
  await appendEvent(tx, {
    kind: 'payment.returned',
    actor: context.actor,
    subject: 'payment',
    subjectId: paymentId,
    payload: { deedId, customerId, cents, currency, code, note, receivableIds: terms },
    on,
  });
  await followMoney(tx, context, companyId);
  return ok({ deedId, outPaymentId });
}

/**
 * Notes a return. Due terms it had paid are open from that day, not chased before tomorrow, and go on from the level they had.
 * Refuses `day_out_of_order` before the payment, `payment_spent` for more than has not left it.
 */
export const returnPayment = (context: Context, order: ReturnOrder): Promise<Result<DeedRow, ReturnRefusal>> =>
  inOrganization(context, async (tx) => {
    const done = await returnWithin(tx, context, order);
    return done.ok ? ok((await findDeed(tx, order.companyId, done.value.deedId))!) : done;
  });
