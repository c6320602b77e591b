// Announce money: its terms are held, each up to its share, until its day and the bank's delay have passed.
import {
  cents as asCents,
  type CompanyId,
  type CustomerId,
  type Day,
  ok,
  type ReceivableId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { heldUntil, spreadAnnounced } from '@quittance/core/payments';
import { isHeldThingKnown } from '@quittance/db/dunning';
import { insertHold } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { listOpenDebts } from '@quittance/db/ledger';
import { type AnnouncementRow, lockAnnouncement } from '@quittance/db/payments';
import { insertAnnouncement } from '@quittance/db/payments/write';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization, readOrganization } from '../../context/index.ts';
import { companyToday } from '../today.ts';

/** Money said to be on its way; no terms named: all open ones, the oldest first. */
export type AnnounceOrder = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  kind: string;
  cents: number;
  expectedOn: Day;
  reference: string;
  receivableIds: readonly ReceivableId[];
  note: string;
}>;

export type AnnounceRefusal = Readonly<{
  code: 'not_found' | 'hold_in_past' | 'allocation_mismatch' | 'nothing_chosen';
}>;

/** What a hold of announced money is placed with. */
export type AnnouncedHold = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  cents: number;
  today: Day;
  untilOn: Day;
  reference: string;
  author: string;
}>;

/** Holds the shares of announced money; returns the holds. */
export async function holdAnnounced(
  tx: Tx,
  hold: AnnouncedHold,
  terms: readonly Readonly<{ receivableId: ReceivableId; openCents: number }>[],
): Promise<number[]> {
  const { companyId, customerId, today: fromOn, untilOn, reference: note, author } = hold;
  const open = terms.map((term) => ({ ...term, openCents: asCents(term.openCents) }));
  const holdIds: number[] = [];
  for (const { receivableId, cents } of spreadAnnounced(asCents(hold.cents), open)) {
    const part = { companyId, customerId, receivableId, cents, fromOn, untilOn, note, author };
    holdIds.push(await insertHold(tx, { ...part, reason: 'payment_in_transit' }));
  }
  return holdIds;
}

/** Last day nobody is chased for money expected on a day, and the bank's delay it counts, in worked days. */
export const readHeldUntil = (
  context: Context,
  { companyId, expectedOn }: Readonly<{ companyId: CompanyId; expectedOn: Day }>,
): Promise<Readonly<{ heldUntilOn: Day; delayWorkedDays: number }>> =>
  readOrganization(context, async (tx) => {
    const { company } = await companyToday(tx, context, companyId);
    const { bankDelayWorkedDays: delayWorkedDays } = company.policy;
    return { heldUntilOn: heldUntil(expectedOn, delayWorkedDays, company.calendar), delayWorkedDays };
  });

/** Refuses `hold_in_past` where its day and the delay have passed, `allocation_mismatch` for terms of others, `nothing_chosen` where none is open. */
export const announcePayment = (
  context: Context,
  order: AnnounceOrder,
): Promise<Result<AnnouncementRow, AnnounceRefusal>> =>
  inOrganization(context, async (tx) => {
    const { companyId, customerId, kind, cents, expectedOn, reference, receivableIds, note } = order;
    if (!(await isHeldThingKnown(tx, { companyId, customerId, receivableId: null })))
      return refuse({ code: 'not_found' });
    const { company, today } = await companyToday(tx, context, companyId);
    const { currency } = company;
    const untilOn = heldUntil(expectedOn, company.policy.bankDelayWorkedDays, company.calendar);
    if (untilOn < today) return refuse({ code: 'hold_in_past' });
    const open = await listOpenDebts(tx, { companyId, customerId, currency });
    const named = receivableIds.length === 0 ? open : open.filter((debt) => receivableIds.includes(debt.receivableId));
    if (named.length < receivableIds.length) return refuse({ code: 'allocation_mismatch' });
    if (named.length === 0) return refuse({ code: 'nothing_chosen' });
    const hold = { companyId, customerId, cents, today, untilOn, reference, author: context.actor };
    const holdIds = await holdAnnounced(tx, hold, named);
    const row = { companyId, customerId, kind, cents, currency, expectedOn, reference, note, holdIds };
    const id = await insertAnnouncement(tx, { ...row, actor: context.actor });
    await appendEvent(tx, {
      kind: 'announcement.made',
      actor: context.actor,
      subject: 'announcement',
      subjectId: id,
      payload: { ...row, untilOn },
    });
    return ok((await lockAnnouncement(tx, companyId, id))!);
  });
