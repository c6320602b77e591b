// Find the payment that a returned movement gives back, among those of the last thirteen months.
import { addMonths, type CompanyId, cents, type PaymentId } from '@quittance/core/kernel';
import { type FoundReturn, findReturned, RETURN_MONTHS, type ReturnedMovement } from '@quittance/core/payments';
import { listReturnable } from '@quittance/db/payments';
import type { Tx } from '@quittance/db/tx';

/** The payment, candidates of equal strength, or none. */
export async function findReturnedPayment(
  tx: Tx,
  companyId: CompanyId,
  movement: ReturnedMovement,
): Promise<FoundReturn> {
  const from = addMonths(movement.on, -RETURN_MONTHS);
  const scope = { companyId, currency: movement.currency, from, to: movement.on, cents: movement.cents };
  const rows = await listReturnable(tx, scope);
  return findReturned(
    movement,
    rows.map((row) => ({
      ...row,
      paymentId: row.paymentId as PaymentId,
      cents: cents(row.cents),
      leftCents: cents(row.leftCents),
    })),
  );
}
