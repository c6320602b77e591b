// The separator of a CSV file: the one under which the lines of the sample fall into the most, and the most regular, columns.
import type { TableKind } from '@quittance/core/intake';
import { TABLE_KINDS } from '@quittance/core/intake';
import { COLUMNS, plainHeader } from '../table/index.ts';

/** Separators recognised, the likeliest first. */
export const CSV_SEPARATORS = [';', ',', '\t', '|'] as const;
/** A column separator. */
export type CsvSeparator = (typeof CSV_SEPARATORS)[number];

const KNOWN = new Set(
  TABLE_KINDS.flatMap((kind: TableKind) => COLUMNS[kind].flatMap((spec) => [plainHeader(spec.name), ...spec.aliases])),
);

const LINES = 50;

const withoutQuoted = (line: string): string => line.replace(/"[^"]*"/g, (quoted) => quoted.replace(/[;,\t|]/g, ' '));

function score(lines: readonly string[], separator: CsvSeparator): number {
  const split = lines.map((line) => line.split(separator));
  const columns = Math.max(...split.map((fields) => fields.length));
  if (columns < 2) return 0;
  const known = Math.max(
    ...split.map((fields) => fields.filter((field) => KNOWN.has(plainHeader(field.slice(0, 80)))).length),
  );
  const regular = split.filter((fields) => fields.length === columns).length / split.length;
  return known * 10 + regular;
}

/** The separator of a sample of lines; `;` when they have but one column. */
export function separatorOf(sampleLines: readonly string[]): CsvSeparator {
  const lines = sampleLines
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
    .map(withoutQuoted);
  if (lines.length === 0) return ';';
  const scores = CSV_SEPARATORS.map((separator) => ({ separator, score: score(lines, separator) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}
