// Aged picture: every customer's line on a day with what of it is held, read once for each state of the ledger; pages, groups, filters,
// exports and the dashboard are cut from it in memory.
import { type AgedAmounts, type Buckets, bucketOf, heldShare } from '@quittance/core/ageing';
import { type Cents, type CustomerId, cents } from '@quittance/core/kernel';
import {
  type AgedBalanceLine,
  type CustomerFilter,
  type FilterChoices,
  type HeldOpen,
  type LedgerDay,
  listFilterChoices,
  listHeldOpen,
  readAgedBalance,
} from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../context/index.ts';
import { rememberByMark } from './by-mark.ts';

/** One customer's line with its held parts; buckets without any are absent from `disputed` and `held`. */
export type PictureLine = AgedBalanceLine & AgedAmounts;

/** What is asked of a picture. */
export type PictureOf = LedgerDay & Readonly<{ buckets: Buckets }>;

/** Pictures kept: some days, bounds and companies; the largest books take some megabytes each. */
const rememberPicture = rememberByMark<readonly PictureLine[]>(24);
const rememberChoices = rememberByMark<FilterChoices>(100);

type Held = { disputed: Record<string, Cents>; held: Record<string, Cents> };

function heldByCustomer(rows: readonly HeldOpen[], { on, buckets }: PictureOf): ReadonlyMap<CustomerId, Held> {
  const found = new Map<CustomerId, Held>();
  for (const { customerId, dueOn, openCents, holds } of rows) {
    const { key } = bucketOf(dueOn, on, buckets);
    const share = heldShare(openCents, holds);
    const sums = found.get(customerId) ?? { disputed: {}, held: {} };
    sums.disputed[key] = cents((sums.disputed[key] ?? 0) + share.disputedCents);
    sums.held[key] = cents((sums.held[key] ?? 0) + share.heldCents);
    found.set(customerId, sums);
  }
  return found;
}

const NOTHING_HELD: Held = { disputed: {}, held: {} };

async function compute(tx: Tx, of: PictureOf): Promise<PictureLine[]> {
  const { lines } = await readAgedBalance(tx, of);
  const held = heldByCustomer(await listHeldOpen(tx, of), of);
  return lines.map((line) => ({ ...line, ...(held.get(line.customerId) ?? NOTHING_HELD) }));
}

/** Every line of the day, by account. */
export const readPicture = (tx: Tx, context: Context, of: PictureOf): Promise<readonly PictureLine[]> => {
  const keys = of.buckets.map(({ key }) => key).join();
  return rememberPicture(tx, context, [of.companyId, of.currency, of.on, keys].join(' '), () => compute(tx, of));
};

/** Segments and owners to filter by. */
export const readChoices = (tx: Tx, context: Context, companyId: LedgerDay['companyId']): Promise<FilterChoices> =>
  rememberChoices(tx, context, String(companyId), () => listFilterChoices(tx, companyId));

/** Lines of a filter; the same array where it is everybody. */
export const linesWithin = (
  lines: readonly PictureLine[],
  { segment, owner }: CustomerFilter,
): readonly PictureLine[] =>
  segment === undefined && owner === undefined
    ? lines
    : lines.filter(
        (line) => (segment === undefined || line.segment === segment) && (owner === undefined || line.owner === owner),
      );
