// What was entered after a day and is dated before it: why its balance may differ from the one printed then (ledger rule 3).
import { instantAt, localDay } from '@quittance/core/calendar';
import { addDays } from '@quittance/core/kernel';
import { type EnteredLater, findEnteredLater, type LedgerDay } from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../context/index.ts';

/** Facts dated up to the day and recorded once it was over where the company stands; null where none was, or the day is not over. */
export async function readEnteredLater(
  tx: Tx,
  context: Context,
  { timezone, ...day }: LedgerDay & Readonly<{ timezone: string }>,
): Promise<EnteredLater | null> {
  if (day.on >= localDay(context.clock.now().getTime(), timezone)) return null;
  return findEnteredLater(tx, day, new Date(instantAt(addDays(day.on, 1), 0, timezone)));
}
