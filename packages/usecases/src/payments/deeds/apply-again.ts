// Apply again: lines taken back go where they were, as new ones, each as far as both sides have room.
import { type Day, maxDay, type ReceivableId } from '@quittance/core/kernel';
import type { CreditKey } from '@quittance/db/ledger';
import { lockCredit, lockDebts } from '@quittance/db/ledger/write';
import { insertLines, type LiveLine } from '@quittance/db/payments/write';
import type { Tx } from '@quittance/db/tx';
import type { LineScope } from './lines.ts';

/** Applies the lines in the order given; returns the due terms something went to. */
export async function applyAgain(
  tx: Tx,
  scope: LineScope,
  given: Readonly<{ credit: CreditKey; lines: readonly LiveLine[]; on: Day }>,
): Promise<ReceivableId[]> {
  const terms = given.lines.flatMap(({ receivableId }) => receivableId ?? []);
  const debts = new Map((await lockDebts(tx, scope.companyId, terms)).map((debt) => [debt.receivableId, { ...debt }]));
  const credit = await lockCredit(tx, scope.companyId, given.credit);
  if (!credit) return [];
  let left = credit.openCents;
  const rows = given.lines.flatMap(({ receivableId, cents }) => {
    const debt = receivableId === null ? undefined : debts.get(receivableId);
    const applied = Math.min(left, cents, debt?.openCents ?? 0);
    if (!debt || applied <= 0) return [];
    left -= applied;
    debt.openCents -= applied;
    const on = [credit.on, debt.issuedOn, credit.lastOn, debt.lastOn].reduce<Day>(
      (day, each) => (each === null ? day : maxDay(day, each)),
      given.on,
    );
    const line = { receivableId: debt.receivableId, refundId: null, reverses: null, cents: applied, on };
    return [{ ...scope, credit: given.credit, ...line }];
  });
  await insertLines(tx, rows);
  return rows.map(({ receivableId }) => receivableId);
}
