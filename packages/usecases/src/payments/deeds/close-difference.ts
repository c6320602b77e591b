// Close a small difference on a due term: a credit of its own nature, at once applied, within the company's limit for each term.
import { type CompanyId, ok, type ReceivableId, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { lockDebts } from '@quittance/db/ledger/write';
import { type DeedRow, findDeed, readAdjustedCents, readNumberOf } from '@quittance/db/payments';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney } from '../follow-up.ts';
import type { OverLimit } from '../over-limit.ts';
import { companyToday } from '../today.ts';
import { closeLocked, type DifferenceNature } from './close-locked.ts';

/** Which difference. */
export type DifferenceOrder = Readonly<{
  companyId: CompanyId;
  receivableId: ReceivableId;
  cents: number;
  nature: DifferenceNature;
  note: string;
}>;

/** Why nothing was closed. */
export type DifferenceRefusal =
  | Readonly<{ code: 'not_found' }>
  | OverLimit
  | Readonly<{ code: 'debt_settled'; openCents: number }>;

/**
 * Closes a difference. What was closed on the term before counts toward the limit. Refuses `over_limit`, or `debt_settled` for more than
 * is open.
 */
export const closeDifference = (
  context: Context,
  order: DifferenceOrder,
): Promise<Result<DeedRow, DifferenceRefusal>> =>
  inOrganization(context, async (tx) => {
    const { companyId, receivableId, cents, nature, note } = order;
    const [debt] = await lockDebts(tx, companyId, [receivableId]);
    if (!debt) return refuse({ code: 'not_found' });
    if (cents > debt.openCents) return refuse({ code: 'debt_settled', openCents: debt.openCents });
    const { company } = await companyToday(tx, context, companyId);
    const before = await readAdjustedCents(tx, receivableId);
    const { smallDifferenceCents: limitCents } = company.policy;
    const amountCents = before + cents;
    if (amountCents > limitCents)
      return refuse({ code: 'over_limit', amountCents, limitCents, currency: debt.currency });
    const number = await readNumberOf(tx, receivableId);
    const closing = { companyId, cents, nature, note, actor: context.actor };
    const deedId = await closeLocked(tx, context, { debt, number, closing });
    await appendEvent(tx, {
      kind: 'adjustment.closed',
      actor: context.actor,
      subject: 'receivable',
      subjectId: receivableId,
      payload: { deedId, customerId: debt.customerId, cents, currency: debt.currency, nature, note },
    });
    await followMoney(tx, context, companyId);
    return ok((await findDeed(tx, companyId, deedId))!);
  });
