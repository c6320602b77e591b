// An announcement ends: cancelled, or arrived; and is expected again where that was a mistake.
import { type CompanyId, type Day, ok, type PaymentId, type Result, refuse } from '@quittance/core/kernel';
import { heldUntil } from '@quittance/core/payments';
import { liftHold } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { listOpenDebts } from '@quittance/db/ledger';
import { type AnnouncementRow, findPayment, lockAnnouncement } from '@quittance/db/payments';
import { setAnnouncementState } from '@quittance/db/payments/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization } from '../../context/index.ts';
import { companyToday } from '../today.ts';
import { holdAnnounced } from './announce.ts';

type Named = Readonly<{ companyId: CompanyId; announcementId: number }>;
type Refusal = Readonly<{ code: 'not_found' | 'state_forbids' }>;
type End = Readonly<{ state: 'cancelled' | 'arrived'; paymentId: PaymentId | null; note: string }>;

async function end(
  tx: Tx,
  context: Context,
  { row, to, today }: Readonly<{ row: AnnouncementRow; to: End; today: Day }>,
) {
  const by = context.actor;
  for (const holdId of row.holdIds) await liftHold(tx, holdId, { on: today, by });
  const { state, paymentId, note } = to;
  await setAnnouncementState(tx, row.announcementId, { state, ended: { on: today, by }, paymentId });
  await appendEvent(tx, {
    kind: `announcement.${state}`,
    actor: by,
    subject: 'announcement',
    subjectId: row.announcementId,
    payload: { customerId: row.customerId, cents: row.cents, currency: row.currency, paymentId, note },
  });
}

/** It does not come: its holds end today. Refuses `state_forbids` where it ended before. */
export const cancelAnnouncement = (
  context: Context,
  { companyId, announcementId, note }: Named & Readonly<{ note: string }>,
): Promise<Result<AnnouncementRow, Refusal>> =>
  inOrganization(context, async (tx) => {
    const row = await lockAnnouncement(tx, companyId, announcementId);
    if (!row) return refuse({ code: 'not_found' });
    if (row.state !== 'expected') return refuse({ code: 'state_forbids' });
    const { today } = await companyToday(tx, context, companyId);
    await end(tx, context, { row, to: { state: 'cancelled', paymentId: null, note }, today });
    return ok((await lockAnnouncement(tx, companyId, announcementId))!);
  });

/** It came: its holds end today. A payment named must be the same customer's (`allocation_mismatch`). */
export const confirmArrival = (
  context: Context,
  { companyId, announcementId, paymentId }: Named & Readonly<{ paymentId: PaymentId | null }>,
): Promise<Result<AnnouncementRow, Refusal | Readonly<{ code: 'allocation_mismatch' }>>> =>
  inOrganization(context, async (tx) => {
    const row = await lockAnnouncement(tx, companyId, announcementId);
    if (!row) return refuse({ code: 'not_found' });
    if (row.state !== 'expected') return refuse({ code: 'state_forbids' });
    const { today } = await companyToday(tx, context, companyId);
    const payment = paymentId === null ? undefined : await findPayment(tx, { companyId, paymentId, today });
    if (paymentId !== null && payment?.customerId !== row.customerId) return refuse({ code: 'allocation_mismatch' });
    await end(tx, context, { row, to: { state: 'arrived', paymentId, note: '' }, today });
    return ok((await lockAnnouncement(tx, companyId, announcementId))!);
  });

/** Expected again, held again on what its customer owes now. Refuses `hold_in_past` where its day and the bank's delay have passed. */
export const reopenAnnouncement = (
  context: Context,
  { companyId, announcementId }: Named,
): Promise<Result<AnnouncementRow, Refusal | Readonly<{ code: 'hold_in_past' }>>> =>
  inOrganization(context, async (tx) => {
    const row = await lockAnnouncement(tx, companyId, announcementId);
    if (!row) return refuse({ code: 'not_found' });
    if (row.state !== 'cancelled' && row.state !== 'arrived') return refuse({ code: 'state_forbids' });
    const { company, today } = await companyToday(tx, context, companyId);
    const untilOn = heldUntil(row.expectedOn, company.policy.bankDelayWorkedDays, company.calendar);
    if (untilOn < today) return refuse({ code: 'hold_in_past' });
    const { customerId, currency, cents, reference } = row;
    const open = await listOpenDebts(tx, { companyId, customerId, currency });
    const hold = { companyId, customerId, cents, today, untilOn, reference, author: context.actor };
    const holdIds = await holdAnnounced(tx, hold, open);
    await setAnnouncementState(tx, announcementId, { state: 'expected', ended: null, paymentId: null, holdIds });
    await appendEvent(tx, {
      kind: 'announcement.reopened',
      actor: context.actor,
      subject: 'announcement',
      subjectId: announcementId,
      payload: { customerId, cents, currency, untilOn },
    });
    return ok((await lockAnnouncement(tx, companyId, announcementId))!);
  });
