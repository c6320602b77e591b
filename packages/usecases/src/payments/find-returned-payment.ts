// Find the payment that a returned movement gives back, among those of the last thirteen months.
import { addMonths, type CompanyId, cents, type PaymentId } from '@quittance/core/kernel';
import { type FoundReturn, findReturned, RETURN_MONTHS, type ReturnedMovement } from '@quittance/core/payments';
import { listReturnable, type ReturnableRow } from '@quittance/db/payments';
import type { Tx } from '@quittance/db/tx';

/** What was found, and every payment looked at. */
export type SearchedReturn = Readonly<{ found: FoundReturn; rows: readonly ReturnableRow[] }>;

/** The payment, candidates of equal strength, or none. */
export async function findReturnedPayment(
  tx: Tx,
  companyId: CompanyId,
  movement: ReturnedMovement,
): Promise<SearchedReturn> {
  const from = addMonths(movement.on, -RETURN_MONTHS);
  const endToEndId = movement.endToEndId?.replace(/[^a-zA-Z0-9]/g, '').toUpperCase() || null;
  const scope = { companyId, currency: movement.currency, from, to: movement.on, cents: movement.cents, endToEndId };
  const rows = await listReturnable(tx, scope);
  const payments = rows.map((row) => ({
    ...row,
    paymentId: row.paymentId as PaymentId,
    cents: cents(row.cents),
    leftCents: cents(row.leftCents),
  }));
  return { found: findReturned(movement, payments), rows };
}
