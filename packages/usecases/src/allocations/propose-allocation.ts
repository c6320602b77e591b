// Propose an allocation: how a credit would be spread over the customer's open terms when nobody says (art. 1342-10 C. civ.).
import { localDay } from '@quittance/core/calendar';
import { type CompanyId, cents, type InvoiceId, ok, type Result, rate, refuse, ZERO } from '@quittance/core/kernel';
import { type Debt, imputePayment } from '@quittance/core/law';
import { type CreditKey, type CreditRow, findCredit, listOpenDebts, type OpenDebtRow } from '@quittance/db/ledger';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';

/** A credit, every term it may go to in the order proposed, the cents proposed for each, and what would be left of it. */
export type AllocationProposal = Readonly<{
  credit: CreditRow;
  parts: readonly (OpenDebtRow & Readonly<{ proposedCents: number }>)[];
  leftCents: number;
}>;

// Interest not claimed is no debt in the books yet, and all invoices of one debtor bear the same rate: due, then oldest decides.
const debtOf = (row: OpenDebtRow): Debt => ({
  id: String(row.receivableId),
  dueOn: row.dueOn,
  issuedOn: row.issuedOn,
  interestCents: ZERO,
  fixedFeeCents: ZERO,
  principalCents: cents(row.openCents),
  rate: rate(0),
});

/**
 * Proposes parts: the terms of `invoiceId` first where one is named (the debtor's choice, art. 1342-10 al. 1), then debts due before
 * those that are not, the oldest first, equal ones in proportion (al. 2). Nothing is written. Refuses `not_found`.
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
    const indicated = named.map((debt) => String(debt.receivableId));
    const shared = imputePayment(cents(openCents), debts.map(debtOf), {
      paidOn,
      indicated,
      fixedFee: 'after_principal',
    });
    const parts = shared.ok ? shared.value.imputations : [];
    const proposed = new Map(parts.map((part) => [part.id, part.principalCents as number]));
    const centsOf = (row: OpenDebtRow) => proposed.get(String(row.receivableId)) ?? 0;
    const ordered = [...named, ...debts.filter((debt) => !named.includes(debt))];
    return ok({
      credit,
      parts: ordered.map((row) => ({ ...row, proposedCents: centsOf(row) })),
      leftCents: openCents - parts.reduce((sum, part) => sum + part.principalCents, 0),
    });
  });
