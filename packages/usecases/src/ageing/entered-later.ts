// What was entered after a day and is dated before it: why its balance may differ from the one printed then (ledger rule 3).
import { instantAt, localDay } from '@quittance/core/calendar';
import { addDays } from '@quittance/core/kernel';
import { type EnteredLater, findEnteredLater, type LedgerDay } from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../context/index.ts';
import { rememberByMark } from './by-mark.ts';

// Counting reads every fact recorded since the day, and pages of one balance ask the same.
const remember = rememberByMark<EnteredLater | null>(200);

/** Facts dated up to the day and recorded once it was over where the company stands; null where none was, or the day is not over. */
export async function readEnteredLater(
  tx: Tx,
  context: Context,
  { companyId, currency, on, timezone }: LedgerDay & Readonly<{ timezone: string }>,
): Promise<EnteredLater | null> {
  if (on >= localDay(context.clock.now().getTime(), timezone)) return null;
  const since = new Date(instantAt(addDays(on, 1), 0, timezone));
  const question = [companyId, currency, since.toISOString()].join(' ');
  return remember(tx, context, question, () => findEnteredLater(tx, { companyId, currency, on }, since));
}
