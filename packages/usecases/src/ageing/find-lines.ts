// Find, group and order lines of a picture: what a screen or a file shows of it.
import { type AgedAmounts, allCents, groupAged, lateCents } from '@quittance/core/ageing';
import type { CustomerId } from '@quittance/core/kernel';
import type { CustomerFilter, FilterChoices } from '@quittance/db/ageing';
import { linesWithin, type PictureLine } from './aged-picture.ts';

/** What lines are gathered by. */
export type GroupBy = 'customer' | 'segment' | 'owner';

/** A row shown: one customer, or a group (`customerId` null; `ref` the segment or the owner's address, empty where there is none). */
export type AgedRow = AgedAmounts &
  Readonly<{ customerId: CustomerId | null; ref: string; name: string; customers: number }>;

/** Which rows, in which order. `sort` is a bucket's key, `overdue`, `total`, `unapplied`, `disputed`, `held`, `customers`, `ref` or `name`. */
export type RowsAsked = Readonly<{
  search?: string;
  /** One account exactly. */
  ref?: string;
  filter?: CustomerFilter;
  by?: GroupBy;
  sort: string;
  descending: boolean;
}>;

const plainText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');

function matching(lines: readonly PictureLine[], { search, ref }: RowsAsked): readonly PictureLine[] {
  if (ref !== undefined) return lines.filter((line) => line.ref === ref);
  if (!search) return lines;
  const text = plainText(search);
  return lines.filter((line) => line.searchName.includes(text) || plainText(line.ref).startsWith(text));
}

/** Lines found by search, account and filter. */
export const findLines = (lines: readonly PictureLine[], asked: RowsAsked): readonly PictureLine[] =>
  matching(linesWithin(lines, asked.filter ?? {}), asked);

const customerRow = (line: PictureLine): AgedRow => {
  const { customerId, ref, name, cents, disputed, held, unappliedCents, totalCents } = line;
  return { customerId, ref, name, customers: 1, cents, disputed, held, unappliedCents, totalCents };
};

function rowsBy(
  lines: readonly PictureLine[],
  by: GroupBy,
  of: Readonly<{ keys: readonly string[]; choices: FilterChoices }>,
): AgedRow[] {
  if (by === 'customer') return lines.map(customerRow);
  const nameOf = new Map(of.choices.owners.map(({ email, name }) => [email, name]));
  return groupAged(lines, of.keys, (line) => line[by]).map(({ key, ...sums }) => ({
    ...sums,
    customerId: null,
    ref: key ?? '',
    name: (key !== null && nameOf.get(key)) || (key ?? ''),
  }));
}

type Value = (row: AgedRow) => number | string;

function sortValue(sort: string, keys: readonly string[]): Value {
  const columns: Readonly<Record<string, Value>> = {
    total: (row) => row.totalCents,
    unapplied: (row) => row.unappliedCents,
    disputed: (row) => allCents(row, keys, 'disputed'),
    held: (row) => allCents(row, keys, 'held'),
    customers: (row) => row.customers,
    ref: (row) => row.ref,
    name: (row) => plainText(row.name),
  };
  if (keys.includes(sort)) return (row) => row.cents[sort] ?? 0;
  return columns[sort] ?? ((row) => lateCents(row, keys));
}

/** Rows in order; ties stand by account. A sort that is no column of these buckets means `overdue`. */
export function orderedRows(
  lines: readonly PictureLine[],
  asked: RowsAsked,
  of: Readonly<{ keys: readonly string[]; choices: FilterChoices }>,
): AgedRow[] {
  const value = sortValue(asked.sort, of.keys);
  const sign = asked.descending ? -1 : 1;
  const valued = rowsBy(lines, asked.by ?? 'customer', of).map((row) => ({ row, at: value(row) }));
  valued.sort((a, b) => (a.at < b.at ? -sign : a.at > b.at ? sign : a.row.ref < b.row.ref ? -1 : 1));
  return valued.map(({ row }) => row);
}
