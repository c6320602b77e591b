// Enter again: a payment entered by hand and cancelled stands again, as a new one, applied where it was as far as there is room.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { lockDebts } from '@quittance/db/ledger/write';
import { type DeedRow, findDeed, isEnteredAgain } from '@quittance/db/payments';
import { insertDeed, insertMoney, listLinesById, lockPayment } from '@quittance/db/payments/write';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../follow-up.ts';
import { companyToday } from '../today.ts';
import { applyAgain } from './apply-again.ts';

/**
 * Takes a cancelling back: same customer, day, amount, means and reference. Refuses `not_found` for what was not entered by hand,
 * `state_forbids` where it stands, or was entered again before.
 */
export const enterAgain = (
  context: Context,
  { companyId, deedId }: Readonly<{ companyId: CompanyId; deedId: number }>,
): Promise<Result<DeedRow, Readonly<{ code: 'not_found' | 'state_forbids' }>>> =>
  inOrganization(context, async (tx) => {
    const deed = await findDeed(tx, companyId, deedId);
    if (deed?.kind !== 'record' || deed.paymentId === null) return refuse({ code: 'not_found' });
    const lines = await listLinesById(tx, deed.freedIds);
    await lockDebts(
      tx,
      companyId,
      lines.flatMap(({ receivableId }) => receivableId ?? []),
    );
    const before = (await lockPayment(tx, companyId, deed.paymentId))!;
    if (deed.undoneOn === null || (await isEnteredAgain(tx, deedId))) return refuse({ code: 'state_forbids' });
    const { today } = await companyToday(tx, context, companyId);
    const { customerId, on, cents, currency, reference, note } = deed;
    const { method } = before;
    const money = { companyId, customerId, on, cents, currency, method, reference: before.reference, reverses: null };
    const paymentId = await insertMoney(tx, { ...money, direction: 'in', purpose: 'payment' });
    const facts = { companyId, customerId, on, cents, currency, paymentId, reference, note, actor: context.actor };
    const again = await insertDeed(tx, { ...facts, kind: 'record', againOf: deedId });
    const scope = { companyId, currency, actor: context.actor, reason: '' };
    const receivableIds = await applyAgain(tx, scope, { credit: { kind: 'payment', id: paymentId }, lines, on: today });
    await appendEvent(tx, {
      kind: 'payment.recorded',
      actor: context.actor,
      subject: 'payment',
      subjectId: paymentId,
      payload: { deedId: again, againOf: deedId, customerId, cents, currency, method, reference, note, receivableIds },
      on,
    });
    await followMoney(tx, context, companyId);
    return ok((await findDeed(tx, companyId, again))!);
  });
