// Propose an allocation: how a credit would be spread over the customer's open terms when nobody says (art. 1342-10 C. civ.).
import { localDay } from '@quittance/core/calendar';
import { type CompanyId, cents, type InvoiceId, ok, type Result, refuse } from '@quittance/core/kernel';
import { imputeWithClaims } from '@quittance/core/payments';
import { type CreditKey, type CreditRow, findCredit, listOpenDebts, type OpenDebtRow } from '@quittance/db/ledger';
import { listOpenClaimKinds } from '@quittance/db/payments';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';

/** A credit, every term it may go to in the order proposed, the cents proposed for each, and what would be left of it. */
export type AllocationProposal = Readonly<{
  credit: CreditRow;
  parts: readonly (OpenDebtRow & Readonly<{ proposedCents: number }>)[];
  leftCents: number;
}>;

/**
 * Proposes parts: the terms of `invoiceId` first where one is named (the debtor's choice, art. 1342-10 al. 1), then debts due before
 * those that are not, the oldest first, equal ones in proportion (al. 2); late fees claimed on a debt before its principal (art. 1343-1). Nothing is written. Refuses `not_found`.
 */
export const proposeAllocation = (
  context: Context,
  asked: Readonly<{ companyId: CompanyId; credit: CreditKey; invoiceId: InvoiceId | null }>,
): Promise<Result<AllocationProposal, Readonly<{ code: 'not_found' }>>> =>
  readOrganization(context, async (tx) => {
    const { companyId } = asked;
    const credit = await findCredit(tx, companyId, asked.credit);
    if (!credit) return refuse({ code: 'not_found' });
    const { customerId, currency, openCents } = credit;
    const debts = await listOpenDebts(tx, { companyId, customerId, currency });
    const named = debts.filter((debt) => debt.invoiceId === asked.invoiceId);
    const paidOn = localDay(context.clock.now().getTime(), (await getSettings(tx, companyId)).timezone);
    const claims = new Map((await listOpenClaimKinds(tx, customerId)).map((claim) => [claim.receivableId, claim]));
    // Interest not claimed is no debt in the books yet; what is claimed comes before its principal (art. 1343-1 C. civ.).
    const terms = debts.map((debt) => ({
      ...debt,
      openCents: cents(debt.openCents),
      claim: claims.get(debt.receivableId) ?? null,
    }));
    const indicated = named.map((debt) => debt.receivableId);
    const shared = imputeWithClaims(cents(openCents), terms, { paidOn, indicated });
    const shares = shared.ok ? shared.value.shares : [];
    const centsOf = (row: OpenDebtRow): number =>
      shares.find((share) => share.receivableId === row.receivableId)?.cents ?? 0;
    const ordered = [...named, ...debts.filter((debt) => !named.includes(debt))];
    return ok({
      credit,
      parts: ordered.map((row) => ({ ...row, proposedCents: centsOf(row) })),
      leftCents: openCents - shares.reduce((sum, share) => sum + share.cents, 0),
    });
  });
