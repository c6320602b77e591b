// Undo an allocation: a reversing line re-opens the due term and frees the credit; applying it again is a new line.
import { localDay } from '@quittance/core/calendar';
import { type AllocationId, type CompanyId, type Day, maxDay, ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { type AllocationFacts, findAllocation } from '@quittance/db/ledger';
import { insertAllocations, lockCredit, lockDebts } from '@quittance/db/ledger/write';
import { findClosingDeed } from '@quittance/db/payments';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { undoWithin } from '../payments/deeds/undo-within.ts';
import { followMoney } from '../payments/follow-up.ts';
import { type AllocationRefusal, applyWithin } from './apply-credit.ts';

type Named = Readonly<{ companyId: CompanyId; allocationId: AllocationId }>;

type Undone = Readonly<{ allocation: AllocationFacts; on: Day; reason: string }>;

const noteUndone = (tx: Tx, context: Context, { allocation, on, reason }: Undone): Promise<number> =>
  appendEvent(tx, {
    kind: 'allocation.undone',
    actor: context.actor,
    subject: 'allocation',
    subjectId: allocation.allocationId,
    payload: { credit: allocation.credit, receivableId: allocation.receivableId, cents: allocation.cents, on, reason },
  });

/**
 * Takes an allocation back from today, with its reason. The line stays, its reversal stands beside it, past balances do not change.
 * Refuses `not_found`, or `allocation_undone` where somebody did it before.
 */
export const undoAllocation = (
  context: Context,
  { companyId, allocationId, reason }: Named & Readonly<{ reason: string }>,
): Promise<Result<AllocationFacts, Readonly<{ code: 'not_found' | 'allocation_undone' }>>> =>
  inOrganization(context, async (tx) => {
    const known = await findAllocation(tx, companyId, allocationId);
    if (!known) return refuse({ code: 'not_found' });
    await lockDebts(tx, companyId, [known.receivableId]);
    await lockCredit(tx, companyId, known.credit);
    const allocation = (await findAllocation(tx, companyId, allocationId))!;
    if (allocation.isReversed) return refuse({ code: 'allocation_undone' });
    const { credit, receivableId, cents, currency } = allocation;
    // What closes a difference is nothing without its line: the deed is undone as a whole.
    const deed = credit.kind === 'credit_note' ? await findClosingDeed(tx, companyId, credit.id) : undefined;
    if (deed) {
      await undoWithin(tx, context, { deed, companyId, note: reason });
      await noteUndone(tx, context, { allocation, on: deed.on, reason });
      return ok({ ...allocation, isReversed: true });
    }
    const today = localDay(context.clock.now().getTime(), (await getSettings(tx, companyId)).timezone);
    const on = maxDay(today, allocation.on);
    const line = { companyId, credit, receivableId, on, cents: -cents, currency, reverses: allocationId };
    await insertAllocations(tx, [{ ...line, reason, actor: context.actor }]);
    await noteUndone(tx, context, { allocation, on, reason });
    await followMoney(tx, context, companyId);
    return ok({ ...allocation, isReversed: true });
  });

/** Applies an undone allocation again from today, if both sides still have room. Refuses `state_forbids` where it was not undone. */
export const redoAllocation = (
  context: Context,
  { companyId, allocationId }: Named,
): Promise<Result<AllocationFacts, AllocationRefusal | Readonly<{ code: 'state_forbids' }>>> =>
  inOrganization(context, async (tx) => {
    const undone = await findAllocation(tx, companyId, allocationId);
    if (!undone) return refuse({ code: 'not_found' });
    if (!undone.isReversed) return refuse({ code: 'state_forbids' });
    const { credit, receivableId, cents } = undone;
    const applied = await applyWithin(tx, context, { companyId, credit, parts: [{ receivableId, cents }], reason: '' });
    return applied.ok ? ok((await findAllocation(tx, companyId, applied.value[0]!))!) : applied;
  });
