// Decide about a claim: what becomes of it once its principal is paid, giving it up now, and taking that back.
import { type CompanyId, ok, type Result, refuse } from '@quittance/core/kernel';
import type { ClaimDisposition } from '@quittance/core/payments';
import { appendEvent } from '@quittance/db/journal';
import { type ClaimRow, findClaim } from '@quittance/db/payments';
import { updateClaim } from '@quittance/db/payments/write';
import { type Context, inOrganization } from '../../context/index.ts';
import { followMoney, restoreClaim, standing, waiveClaim } from '../follow-up.ts';

type Named = Readonly<{ companyId: CompanyId; claimId: number }>;
type Refusal = Readonly<{ code: 'not_found' | 'state_forbids' }>;

/** Chooses; it applies at once where the principal is paid. Refuses `state_forbids` for a claim paid, or given up by a person. */
export const decideClaim = (
  context: Context,
  { companyId, claimId, disposition }: Named & Readonly<{ disposition: ClaimDisposition }>,
): Promise<Result<ClaimRow, Refusal>> =>
  inOrganization(context, async (tx) => {
    const claim = await findClaim(tx, companyId, claimId);
    if (!claim) return refuse({ code: 'not_found' });
    if (claim.openCents === 0 && !claim.isWaivedByRule) return refuse({ code: 'state_forbids' });
    await updateClaim(tx, claimId, { ...standing(claim), disposition, decidedBy: context.actor });
    await appendEvent(tx, {
      kind: 'claim.decided',
      actor: context.actor,
      subject: 'claim',
      subjectId: claimId,
      payload: { customerId: claim.customerId, number: claim.number, before: claim.disposition, after: disposition },
    });
    await followMoney(tx, context, companyId);
    return ok((await findClaim(tx, companyId, claimId))!);
  });

/** Gives up what is open, now. Refuses `state_forbids` where nothing is. */
export const giveUpClaim = (
  context: Context,
  { companyId, claimId, note }: Named & Readonly<{ note: string }>,
): Promise<Result<ClaimRow, Refusal>> =>
  inOrganization(context, async (tx) => {
    const claim = await findClaim(tx, companyId, claimId);
    if (!claim) return refuse({ code: 'not_found' });
    if (claim.openCents === 0) return refuse({ code: 'state_forbids' });
    await waiveClaim(tx, context, { claim, companyId, note, byRule: false });
    return ok((await findClaim(tx, companyId, claimId))!);
  });

/** What is undone of a claim: the claim itself, or its waiver by a person. Said, so that undoing twice never does the opposite. */
export type UndoneOfClaim = 'claim' | 'waiver';

/**
 * Undoes a waiver by a person, or the claim itself, which is given up whole where nothing was paid on it. Refuses `state_forbids` where that is
 * not how the claim stands, for one paid in part, or given up by the company's rule: decide otherwise instead.
 */
export const undoClaim = (
  context: Context,
  { companyId, claimId, of, note }: Named & Readonly<{ of: UndoneOfClaim; note: string }>,
): Promise<Result<ClaimRow, Refusal>> =>
  inOrganization(context, async (tx) => {
    const claim = await findClaim(tx, companyId, claimId);
    if (!claim) return refuse({ code: 'not_found' });
    const standsAs: UndoneOfClaim = claim.waivedOn === null ? 'claim' : 'waiver';
    if (claim.isWaivedByRule || standsAs !== of) return refuse({ code: 'state_forbids' });
    if (of === 'waiver') {
      if (!(await restoreClaim(tx, context, { claim, companyId, note }))) return refuse({ code: 'state_forbids' });
      await followMoney(tx, context, companyId);
    } else {
      if (claim.openCents < claim.cents) return refuse({ code: 'state_forbids' });
      await waiveClaim(tx, context, { claim, companyId, note, byRule: false });
    }
    return ok((await findClaim(tx, companyId, claimId))!);
  });
