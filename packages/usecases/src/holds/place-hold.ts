// Holds: place one with its reason, author and end; lift it. The plan of the next look follows.
import { localDay } from '@quittance/core/calendar';
import type { HoldFact } from '@quittance/core/dunning';
import { type CompanyId, type CustomerId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { findHold, type HoldRow, isHeldThingKnown } from '@quittance/db/dunning';
import { extendHold, insertHold, liftHold, restoreHold } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';

/** What to hold: a customer, one of its receivables, or part of one. */
export type HoldOrder = Omit<HoldFact, 'fromOn' | 'author'> &
  Readonly<{ companyId: CompanyId; customerId: CustomerId }>;

const todayOf = async (tx: Tx, context: Context, companyId: CompanyId) =>
  localDay(context.clock.now().getTime(), (await getSettings(tx, companyId)).timezone);

/** Places a hold from today. Refuses `not_found` for a customer or receivable of others, `hold_in_past` for an end before today. */
export const placeHold = (
  context: Context,
  order: HoldOrder,
): Promise<Result<HoldRow, { code: 'not_found' | 'hold_in_past' }>> =>
  inOrganization(context, async (tx) => {
    if (!(await isHeldThingKnown(tx, order))) return refuse({ code: 'not_found' });
    const fromOn = await todayOf(tx, context, order.companyId);
    if (order.untilOn !== null && order.untilOn < fromOn) return refuse({ code: 'hold_in_past' });
    const holdId = await insertHold(tx, { ...order, fromOn, author: context.actor });
    await appendEvent(tx, {
      kind: 'hold.placed',
      actor: context.actor,
      subject: 'hold',
      subjectId: holdId,
      payload: { ...order, fromOn },
    });
    return ok((await findHold(tx, order.companyId, holdId))!);
  });

/** Ends a hold today. Refuses `not_found`, or `hold_ended`. */
export const endHold = (
  context: Context,
  { companyId, holdId, note }: Readonly<{ companyId: CompanyId; holdId: number; note: string }>,
): Promise<Result<HoldRow, { code: 'not_found' | 'hold_ended' }>> =>
  inOrganization(context, async (tx) => {
    if (!(await findHold(tx, companyId, holdId))) return refuse({ code: 'not_found' });
    const on = await todayOf(tx, context, companyId);
    if (!(await liftHold(tx, holdId, { on, by: context.actor }))) return refuse({ code: 'hold_ended' });
    await appendEvent(tx, {
      kind: 'hold.lifted',
      actor: context.actor,
      subject: 'hold',
      subjectId: holdId,
      payload: { on, note },
    });
    return ok((await findHold(tx, companyId, holdId))!);
  });

/** Gives a hold another last day, null for until lifted. Refuses `not_found`, `hold_ended`, or `hold_in_past` for a day before today. */
export const prolongHold = (
  context: Context,
  { companyId, holdId, untilOn }: Readonly<{ companyId: CompanyId; holdId: number; untilOn: Day | null }>,
): Promise<Result<HoldRow, { code: 'not_found' | 'hold_ended' | 'hold_in_past' }>> =>
  inOrganization(context, async (tx) => {
    const before = await findHold(tx, companyId, holdId);
    if (!before) return refuse({ code: 'not_found' });
    if (untilOn !== null && untilOn < (await todayOf(tx, context, companyId))) return refuse({ code: 'hold_in_past' });
    if (!(await extendHold(tx, holdId, untilOn))) return refuse({ code: 'hold_ended' });
    await appendEvent(tx, {
      kind: 'hold.extended',
      actor: context.actor,
      subject: 'hold',
      subjectId: holdId,
      payload: { before: before.untilOn, after: untilOn },
    });
    return ok((await findHold(tx, companyId, holdId))!);
  });

/** Takes a lifting of today back. Refuses `not_found`, or `hold_ended` for one lifted earlier, or not at all. */
export const unliftHold = (
  context: Context,
  { companyId, holdId }: Readonly<{ companyId: CompanyId; holdId: number }>,
): Promise<Result<HoldRow, { code: 'not_found' | 'hold_ended' }>> =>
  inOrganization(context, async (tx) => {
    if (!(await findHold(tx, companyId, holdId))) return refuse({ code: 'not_found' });
    const on = await todayOf(tx, context, companyId);
    if (!(await restoreHold(tx, holdId, on))) return refuse({ code: 'hold_ended' });
    const about = { actor: context.actor, subject: 'hold', subjectId: holdId };
    await appendEvent(tx, { kind: 'hold.restored', ...about, payload: { on } });
    return ok((await findHold(tx, companyId, holdId))!);
  });
