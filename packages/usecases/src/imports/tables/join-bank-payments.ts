// A file of payments and the bank tell the same payment once: rows that a bank movement made into a payment before are that payment.
import { joinPayments, type PaymentRow } from '@quittance/core/intake';
import type { CustomerId, PaymentId } from '@quittance/core/kernel';
import { findToldPayments, insertPaymentTellings, listUntoldPayments } from '@quittance/db/imports/write';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../../companies/settings.ts';
import type { ImportRun } from '../importer.ts';

/** Rows of a file, the payments some of them are known to be, and the sums to add to. */
type Rows = Readonly<{
  ready: readonly Readonly<{ row: PaymentRow; key: string; customerId: CustomerId }>[];
  known: readonly (PaymentId | null)[];
  tally: { joined: number; ambiguous: number };
}>;

/** The payment each row is, null for a new one. */
export async function joinFileWithBank(tx: Tx, run: ImportRun, rows: Rows): Promise<(PaymentId | null)[]> {
  const { ready, known, tally } = rows;
  const told = await findToldPayments(
    tx,
    run.companyId,
    ready.map(({ key }) => key),
  );
  const found = known.map((one, at) => one ?? told.get(ready[at]!.key) ?? null);
  const customerIds = [...new Set(ready.filter((_, at) => found[at] === null).map(({ customerId }) => customerId))];
  const taken = new Set(found);
  const untold = await listUntoldPayments(tx, run.companyId, { customerIds, source: 'file' });
  const payments = untold.filter(({ paymentId }) => !taken.has(paymentId));
  if (payments.length === 0) return found;
  const lines = ready.flatMap(({ row, key, customerId }, at) =>
    found[at] === null ? [{ at, key, customerId, cents: row.amountCents, on: row.paidOn }] : [],
  );
  const { pairs, ambiguous } = joinPayments({ lines, payments }, (await getSettings(tx, run.companyId)).calendar);
  const tellings = pairs.map(({ line, payment }) => ({ paymentId: payment.paymentId, key: line.key, on: line.on }));
  const { companyId, importId } = run;
  if (tellings.length > 0) await insertPaymentTellings(tx, { companyId, importId, source: 'file' }, tellings);
  for (const { line, payment } of pairs) found[line.at] = payment.paymentId;
  tally.joined += pairs.length;
  tally.ambiguous += ambiguous;
  return found;
}
