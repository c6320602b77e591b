// Apply a credit: a payment or a credit note goes to due terms of the same customer, in parts chosen by a person.
import { localDay } from '@quittance/core/calendar';
import {
  type AllocationId,
  type CompanyId,
  type Day,
  maxDay,
  ok,
  type ReceivableId,
  type Result,
  refuse,
} from '@quittance/core/kernel';
import { allocationDay } from '@quittance/core/ledger';
import { appendEvent } from '@quittance/db/journal';
import type { CreditKey } from '@quittance/db/ledger';
import {
  insertAllocations,
  type LockedCredit,
  type LockedDebt,
  lockCredit,
  lockDebts,
} from '@quittance/db/ledger/write';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { followMoney } from '../payments/follow-up.ts';

/** Cents of a credit meant for one due term; positive. */
export type AllocationPart = Readonly<{ receivableId: ReceivableId; cents: number }>;

/** What a person decided. */
export type AllocationOrder = Readonly<{
  companyId: CompanyId;
  credit: CreditKey;
  parts: readonly AllocationPart[];
  /** Why, where it is worth a word; may be empty. */
  reason: string;
}>;

/** Why nothing was applied. The open amount is what was left when it was looked at under lock. */
export type AllocationRefusal =
  | Readonly<{ code: 'not_found' }>
  | Readonly<{ code: 'credit_spent'; openCents: number }>
  | Readonly<{ code: 'debt_settled'; openCents: number }>
  | Readonly<{ code: 'allocation_mismatch' }>;

type Sides = Readonly<{ credit: LockedCredit; debts: ReadonlyMap<ReceivableId, LockedDebt> }>;

/** Refuses before anything is written: another customer or currency, more than is left of the credit, more than is open. */
function checkParts({ credit, debts }: Sides, parts: readonly AllocationPart[]): AllocationRefusal | null {
  const total = parts.reduce((sum, part) => sum + part.cents, 0);
  for (const { receivableId, cents } of parts) {
    const debt = debts.get(receivableId)!;
    if (debt.customerId !== credit.customerId || debt.currency !== credit.currency)
      return { code: 'allocation_mismatch' };
    if (cents > debt.openCents) return { code: 'debt_settled', openCents: debt.openCents };
  }
  return total > credit.openCents ? { code: 'credit_spent', openCents: credit.openCents } : null;
}

/** Today, or later where one of the two facts, or the last line either was part of, is later: no day counts an amount twice. */
const dayFor = (today: Day, credit: LockedCredit, debt: LockedDebt): Day =>
  [credit.lastOn, debt.lastOn].reduce(
    (on: Day, last) => (last === null ? on : maxDay(on, last)),
    allocationDay(today, credit, { on: debt.issuedOn }),
  );

/** The same inside a transaction: locks, checks, writes, and leaves one line of journal. */
export async function applyWithin(
  tx: Tx,
  context: Context,
  order: AllocationOrder,
): Promise<Result<AllocationId[], AllocationRefusal>> {
  const { companyId, parts, reason } = order;
  const debts = new Map(
    (
      await lockDebts(
        tx,
        companyId,
        parts.map((part) => part.receivableId),
      )
    ).map((debt) => [debt.receivableId, debt]),
  );
  const credit = await lockCredit(tx, companyId, order.credit);
  if (!credit || debts.size !== parts.length) return refuse({ code: 'not_found' });
  const refusal = checkParts({ credit, debts }, parts);
  if (refusal) return refuse(refusal);
  const today = localDay(context.clock.now().getTime(), (await getSettings(tx, companyId)).timezone);
  const ids = await insertAllocations(
    tx,
    parts.map(({ receivableId, cents }) => ({
      ...{ companyId, credit: order.credit, receivableId, cents, reason },
      on: dayFor(today, credit, debts.get(receivableId)!),
      currency: credit.currency,
      reverses: null,
      actor: context.actor,
    })),
  );
  await appendEvent(tx, {
    kind: 'allocation.applied',
    actor: context.actor,
    subject: order.credit.kind,
    subjectId: order.credit.id,
    payload: { allocationIds: ids, parts, reason },
  });
  await followMoney(tx, context, companyId);
  return ok(ids);
}

/**
 * Applies a credit in one go, or not at all. Of two people who apply the same money at once the second is refused with what is
 * left: `credit_spent` of the credit, `debt_settled` of the due term. Credit and terms must share customer and currency.
 */
export const applyCredit = (
  context: Context,
  order: AllocationOrder,
): Promise<Result<AllocationId[], AllocationRefusal>> =>
  inOrganization(context, (tx) => applyWithin(tx, context, order));
