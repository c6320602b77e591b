// Books and bank tell the same payment once: a line of the books that a bank movement made into a payment before is that payment.
import { joinPayments } from '@quittance/core/intake';
import {
  type BooksScope,
  listPayingCustomers,
  listUnknownPaymentLines,
  meetToldPayments,
  takePaymentKeys,
} from '@quittance/db/imports/fec/write';
import { insertPaymentTellings, listUntoldPayments } from '@quittance/db/imports/write';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../../companies/settings.ts';

/** Joins them; how many lines are known payments, and how many could be two and are left. */
export async function joinBankPayments(tx: Tx, scope: BooksScope): Promise<{ joined: number; ambiguous: number }> {
  const { companyId, importId } = scope;
  const met = await meetToldPayments(tx, companyId);
  const customerIds = await listPayingCustomers(tx);
  const payments = await listUntoldPayments(tx, companyId, { customerIds, source: 'books' });
  if (payments.length === 0) return { joined: met, ambiguous: 0 };
  const customers = [...new Set(payments.map((payment) => payment.customerId))];
  const lines = await listUnknownPaymentLines(tx, customers);
  const { calendar } = await getSettings(tx, companyId);
  const { pairs, ambiguous } = joinPayments({ lines, payments }, calendar);
  await takePaymentKeys(
    tx,
    pairs.map(({ line, payment }) => ({ row: line.row, key: payment.key })),
  );
  const tellings = pairs.map(({ line, payment }) => ({ paymentId: payment.paymentId, key: line.key, on: line.on }));
  await insertPaymentTellings(tx, { companyId, importId, source: 'books' }, tellings);
  return { joined: met + pairs.length, ambiguous };
}
