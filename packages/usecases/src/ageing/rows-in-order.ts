// Rows in order: what was found of a picture, sorted and summed once; its pages are then only cut. Forgotten with the picture itself.
import { type AgedAmounts, sumAged } from '@quittance/core/ageing';
import type { FilterChoices } from '@quittance/db/ageing';
import type { PictureLine } from './aged-picture.ts';
import { type AgedRow, findLines, orderedRows, type RowsAsked } from './find-lines.ts';

/** Every row found, in order, and their totals. */
export type OrderedRows = Readonly<{ rows: readonly AgedRow[]; totals: AgedAmounts }>;

type Kept = OrderedRows & Readonly<{ choices: FilterChoices }>;

/** Orders kept of one picture: a list turned this way and that; each holds as many references as the picture has lines. */
const MOST_KEPT = 8;

const memory = new WeakMap<readonly PictureLine[], Map<string, Kept>>();

/** Finds, groups, sorts and sums; the same question about the same picture is answered from memory. */
export function rowsInOrder(
  picture: readonly PictureLine[],
  { search, ref, filter, by, sort, descending }: RowsAsked,
  of: Readonly<{ keys: readonly string[]; choices: FilterChoices }>,
): OrderedRows {
  const asked = { search, ref, filter, by, sort, descending } as RowsAsked;
  const question = JSON.stringify(asked);
  const known = memory.get(picture) ?? new Map<string, Kept>();
  memory.set(picture, known);
  const before = known.get(question);
  if (before?.choices === of.choices) return before;
  const found = findLines(picture, asked);
  const made = { rows: orderedRows(found, asked, of), totals: sumAged(found, of.keys), choices: of.choices };
  known.delete(question);
  known.set(question, made);
  for (const oldest of known.keys()) if (known.size > MOST_KEPT) known.delete(oldest);
  return made;
}
