// What closes a difference on a locked due term: a credit of its own nature, its line, and the deed.
import { type CompanyId, maxDay } from '@quittance/core/kernel';
import type { LockedDebt } from '@quittance/db/ledger/write';
import { insertCredit, insertDeed, insertLines } from '@quittance/db/payments/write';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../../context/index.ts';
import { companyToday } from '../today.ts';

/** Why a difference is closed. */
export type DifferenceNature = 'write_off' | 'discount' | 'bank_fee' | 'exchange';

type Closing = Readonly<{
  companyId: CompanyId;
  cents: number;
  nature: DifferenceNature | 'waiver';
  note: string;
  /** Who decided; the rule's author where a rule applies itself. */
  actor: string;
}>;

/** Number of the credit that closes a difference, beside the document's own. */
const PREFIX: Readonly<Record<Closing['nature'], string>> = {
  write_off: 'PERTE',
  discount: 'ESC',
  bank_fee: 'FRAIS',
  exchange: 'CHANGE',
  waiver: 'ABANDON',
};

/** Writes the credit, its line and the deed on a locked term; returns the deed's id. The journal is the caller's. */
export async function closeLocked(
  tx: Tx,
  context: Context,
  { debt, number, closing }: Readonly<{ debt: LockedDebt; number: string; closing: Closing }>,
): Promise<number> {
  const { companyId, cents, nature, note, actor } = closing;
  const { customerId, currency, receivableId } = debt;
  const { today } = await companyToday(tx, context, companyId);
  const on = [debt.issuedOn, debt.lastOn ?? today].reduce(maxDay, today);
  const fact = { companyId, customerId, on, cents, currency };
  const creditNoteId = await insertCredit(tx, { ...fact, number: `${PREFIX[nature]}-${number}`, nature, label: note });
  const credit = { kind: 'credit_note', id: creditNoteId } as const;
  const line = { companyId, receivableId, refundId: null, on, cents, currency, reverses: null, reason: note, actor };
  await insertLines(tx, [{ ...line, credit }]);
  return insertDeed(tx, { ...fact, kind: nature, receivableId, creditNoteId, note, actor });
}
