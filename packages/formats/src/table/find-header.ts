// Finding the header: exports often begin with a title or an account summary; the header is the line with the most known names.
import type { TableKind } from '@quittance/core/intake';
import { type Cell, cellText, type TableRow } from './cell.ts';
import { COLUMNS, plainHeader } from './columns.ts';

/** Lines among which the header is looked for. */
const SEARCHED = 30;

/** A header and the rows of the sample below it. */
export type FoundHeader = Readonly<{ row: number; headers: readonly string[]; below: readonly (readonly Cell[])[] }>;

const vocabulary = (kind: TableKind): Set<string> =>
  new Set(COLUMNS[kind].flatMap((spec) => [plainHeader(spec.name), ...spec.aliases]));

const VOCABULARIES = new Map<TableKind, Set<string>>();

function knownNames(cells: readonly Cell[], kind: TableKind): number {
  const words = VOCABULARIES.get(kind) ?? vocabulary(kind);
  VOCABULARIES.set(kind, words);
  return cells.filter((cell) => words.has(plainHeader(cellText(cell).slice(0, 80)))).length;
}

/** The row of a sample that reads best as a header for one of `kinds`; the first filled row when none does. */
export function findHeader(sample: readonly TableRow[], kinds: readonly TableKind[]): FoundHeader {
  const filled = sample.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  let best = filled[0] ?? { row: 1, cells: [] };
  let most = 1;
  for (const candidate of filled.slice(0, SEARCHED)) {
    const known = Math.max(...kinds.map((kind) => knownNames(candidate.cells, kind)));
    if (known > most) {
      most = known;
      best = candidate;
    }
  }
  const headers = best.cells.map((cell) => cellText(cell));
  const below = sample.filter(({ row }) => row > best.row).map(({ cells }) => cells);
  return { row: best.row, headers, below };
}
