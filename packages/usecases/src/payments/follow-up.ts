// Follow-up: what money that came, or went again, means for what was announced and for late fees claimed. Called wherever money moves.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { claimStep } from '@quittance/core/payments';
import { insertHold, liftHold } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { lockDebts } from '@quittance/db/ledger/write';
import { type ClaimRow, findDeed, listArrivals, listUnsettledClaims, lockAnnouncement } from '@quittance/db/payments';
import { setAnnouncementState, updateClaim } from '@quittance/db/payments/write';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../context/index.ts';
import { closeLocked } from './deeds/close-locked.ts';
import { undoWithin } from './deeds/undo-within.ts';
import { companyToday } from './today.ts';

async function endArrived(
  tx: Tx,
  context: Context,
  { companyId, today }: Readonly<{ companyId: CompanyId; today: Day }>,
) {
  for (const { announcementId, paymentId } of await listArrivals(tx, companyId)) {
    const announced = await lockAnnouncement(tx, companyId, announcementId);
    if (announced?.state !== 'expected') continue;
    for (const holdId of announced.holdIds) await liftHold(tx, holdId, { on: today, by: context.actor });
    await setAnnouncementState(tx, announcementId, {
      state: 'arrived',
      ended: { on: today, by: context.actor },
      paymentId,
    });
    await appendEvent(tx, {
      kind: 'announcement.arrived',
      actor: context.actor,
      subject: 'announcement',
      subjectId: announcementId,
      payload: { paymentId, customerId: announced.customerId, cents: announced.cents, currency: announced.currency },
    });
  }
}

/** The changeable part of a claim, as it stands. */
export const standing = (claim: ClaimRow) => ({
  disposition: claim.disposition,
  decidedBy: claim.decidedBy,
  holdId: claim.isShownOnly ? claim.holdId : null,
  waivedOn: claim.waivedOn,
  isWaivedByRule: claim.isWaivedByRule,
  waiverDeedId: claim.waiverDeedId,
});

/** Gives up what is open of a claim, by its rule or by a person. */
export async function waiveClaim(
  tx: Tx,
  context: Context,
  {
    claim,
    companyId,
    note,
    byRule,
  }: Readonly<{ claim: ClaimRow; companyId: CompanyId; note: string; byRule: boolean }>,
): Promise<void> {
  const { today } = await companyToday(tx, context, companyId);
  const [debt] = await lockDebts(tx, companyId, [claim.receivableId]);
  if (!debt || debt.openCents === 0) return;
  const actor = byRule ? claim.decidedBy : context.actor;
  const closing = { companyId, cents: debt.openCents, nature: 'waiver', note, actor } as const;
  const waiverDeedId = await closeLocked(tx, context, { debt, number: claim.number, closing });
  if (claim.isShownOnly && claim.holdId !== null) await liftHold(tx, claim.holdId, { on: today, by: actor });
  const change = { ...standing(claim), holdId: null, waivedOn: today, isWaivedByRule: byRule, waiverDeedId };
  await updateClaim(tx, claim.claimId, change);
  const { customerId } = claim;
  await appendEvent(tx, {
    kind: 'claim.waived',
    actor,
    subject: 'claim',
    subjectId: claim.claimId,
    payload: { customerId, number: claim.number, cents: debt.openCents, currency: debt.currency, byRule, note },
  });
}

/** Takes a waiver back; false where nothing was waived. */
export async function restoreClaim(
  tx: Tx,
  context: Context,
  { claim, companyId, note }: Readonly<{ claim: ClaimRow; companyId: CompanyId; note: string }>,
): Promise<boolean> {
  const deed = claim.waiverDeedId === null ? undefined : await findDeed(tx, companyId, claim.waiverDeedId);
  if (!deed || !(await undoWithin(tx, context, { deed, companyId, note })).ok) return false;
  const change = { ...standing(claim), waivedOn: null, isWaivedByRule: false, waiverDeedId: null };
  await updateClaim(tx, claim.claimId, change);
  await appendEvent(tx, {
    kind: 'claim.restored',
    actor: context.actor,
    subject: 'claim',
    subjectId: claim.claimId,
    payload: { customerId: claim.customerId, number: claim.number, note },
  });
  return true;
}

type Follower = Readonly<{ companyId: CompanyId; today: Day }>;

async function hideClaim(tx: Tx, claim: ClaimRow, { companyId, today }: Follower): Promise<void> {
  const { customerId, receivableId, decidedBy: author } = claim;
  const hold = { companyId, customerId, receivableId, cents: null, fromOn: today, untilOn: null, note: '', author };
  const holdId = await insertHold(tx, { ...hold, reason: 'manual' });
  await updateClaim(tx, claim.claimId, { ...standing(claim), holdId });
}

async function chaseClaim(tx: Tx, claim: ClaimRow, { today }: Follower): Promise<void> {
  await liftHold(tx, claim.holdId!, { on: today, by: claim.decidedBy });
  await updateClaim(tx, claim.claimId, { ...standing(claim), holdId: null });
}

/** Brings each late fee where its disposition wants it, now that its principal is paid, or open again. */
export async function followPrincipal(tx: Tx, context: Context, { companyId, today }: Follower): Promise<void> {
  for (const claim of await listUnsettledClaims(tx, companyId)) {
    const { disposition, isShownOnly, isWaivedByRule } = claim;
    const isOpen = claim.openCents > 0;
    const isPrincipalPaid = claim.principalOpenCents === 0;
    const step = claimStep({ disposition, isPrincipalPaid, isOpen, isShownOnly, isWaivedByRule });
    if (step === 'waive') await waiveClaim(tx, context, { claim, companyId, note: '', byRule: true });
    else if (step === 'restore') await restoreClaim(tx, context, { claim, companyId, note: '' });
    else if (step === 'hide') await hideClaim(tx, claim, { companyId, today });
    else if (step === 'chase') await chaseClaim(tx, claim, { companyId, today });
  }
}

/**
 * After money came, was applied, taken back or sent on, by any path: announcements whose money is there end, and late fees follow their
 * principal. Doing it twice does nothing more.
 */
export async function followMoney(tx: Tx, context: Context, companyId: CompanyId): Promise<void> {
  const { today } = await companyToday(tx, context, companyId);
  await endArrived(tx, context, { companyId, today });
  await followPrincipal(tx, context, { companyId, today });
}
