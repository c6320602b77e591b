// What was entered after a day and is dated before it: why its balance may differ from the one printed then (ledger rule 3).
import { instantAt, localDay } from '@quittance/core/calendar';
import { addDays } from '@quittance/core/kernel';
import { type EnteredLater, findEnteredLater, type LedgerDay, readRecordedMark } from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../context/index.ts';

type Answer = Readonly<{ mark: string; found: EnteredLater | null }>;

/** Questions remembered for each database; the oldest is forgotten first. */
const MOST_REMEMBERED = 200;
const remembered = new WeakMap<Context['db'], Map<string, Answer>>();

// Counting reads every fact recorded since the day, and pages of one balance ask the same: an answer holds until a fact is recorded.
async function remember(tx: Tx, context: Context, question: string, count: () => Promise<EnteredLater | null>) {
  const answers = remembered.get(context.db) ?? new Map<string, Answer>();
  remembered.set(context.db, answers);
  const mark = await readRecordedMark(tx);
  const known = answers.get(question);
  if (known?.mark === mark) return known.found;
  const found = await count();
  answers.delete(question);
  answers.set(question, { mark, found });
  for (const oldest of answers.keys()) if (answers.size > MOST_REMEMBERED) answers.delete(oldest);
  return found;
}

/** Facts dated up to the day and recorded once it was over where the company stands; null where none was, or the day is not over. */
export async function readEnteredLater(
  tx: Tx,
  context: Context,
  { companyId, currency, on, timezone }: LedgerDay & Readonly<{ timezone: string }>,
): Promise<EnteredLater | null> {
  if (on >= localDay(context.clock.now().getTime(), timezone)) return null;
  const since = new Date(instantAt(addDays(on, 1), 0, timezone));
  const question = [context.orgId, companyId, currency, since.toISOString()].join(' ');
  return remember(tx, context, question, () => findEnteredLater(tx, { companyId, currency, on }, since));
}
