// A page of the aged balance on screen: rows, totals over all found, the tie to the last books, how fresh the data is, and what was
// entered after the day.
import type { AgedAmounts } from '@quittance/core/ageing';
import type { CompanyId, Currency, Day } from '@quittance/core/kernel';
import { type EnteredLater, type FilterChoices, type Freshness, readFreshness } from '@quittance/db/ageing';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { readChoices, readPicture } from './aged-picture.ts';
import { bucketsFor } from './bounds.ts';
import { readEnteredLater } from './entered-later.ts';
import type { AgedRow, RowsAsked } from './find-lines.ts';
import { type LedgerTie, readLedgerTie } from './ledger-tie.ts';
import { rowsInOrder } from './rows-in-order.ts';

/** What is asked of the page; `bounds` left out are the company's own. */
export type AgedBalancePageRequest = RowsAsked &
  Readonly<{ companyId: CompanyId; on: Day; bounds?: readonly number[]; limit: number; offset: number }>;

/** The page as the screen shows it. */
export type AgedBalanceScreen = Readonly<{
  lines: readonly AgedRow[];
  totals: AgedAmounts;
  count: number;
  on: Day;
  currency: Currency;
  buckets: readonly string[];
  bounds: readonly number[];
  /** The bounds the company keeps. */
  ownBounds: readonly number[];
  choices: FilterChoices;
  /** Null before any books. */
  tie: LedgerTie | null;
  freshness: Freshness;
  /** Null where nothing was, or where the day is not over. */
  enteredLater: EnteredLater | null;
}>;

/** Reads a page of the aged balance in the company's currency, all of it from one consistent picture. */
export function readAgedBalancePage(context: Context, asked: AgedBalancePageRequest): Promise<AgedBalanceScreen> {
  const { companyId, on } = asked;
  return readOrganization(context, async (tx) => {
    const { currency, timezone, policy } = await getSettings(tx, companyId);
    const bounds = asked.bounds ?? policy.ageingBounds;
    const buckets = bucketsFor(bounds);
    const keys = buckets.map((bucket) => bucket.key);
    const choices = await readChoices(tx, context, companyId);
    const picture = await readPicture(tx, context, { companyId, currency, on, buckets });
    const { rows, totals } = rowsInOrder(picture, asked, { keys, choices });
    return {
      lines: rows.slice(asked.offset, asked.offset + asked.limit),
      totals,
      count: rows.length,
      ...{ on, currency, buckets: keys, bounds, ownBounds: policy.ageingBounds, choices },
      // A member narrowed to some customers sees a part: it cannot be compared with the books.
      tie: context.portfolio ? null : await readLedgerTie(tx, context, { companyId, currency }),
      freshness: await readFreshness(tx, companyId),
      enteredLater: await readEnteredLater(tx, context, { companyId, on, currency, timezone }),
    };
  });
}
