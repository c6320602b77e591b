// Looking at a table before reading it: headers, a few rows, and what each kind of file would make of them.
import type { TableKind } from '@quittance/core/intake';
import { cellText, type TableRow } from './cell.ts';
import { findHeader } from './find-header.ts';
import { guessMapping, kindConfidence, type MappingGuess } from './guess.ts';
import { sampleOf } from './read-table.ts';

/** What the beginning of a table shows. */
export type TableInspection = Readonly<{
  headers: readonly string[];
  /** The first rows as text, for a preview. */
  preview: readonly (readonly string[])[];
  /** One guess per kind, the most confident first. */
  guesses: readonly Readonly<{ kind: TableKind; confidence: number; guess: MappingGuess }>[];
}>;

const PREVIEW_ROWS = 20;

/** Inspects the first rows of a table. */
export async function inspectRows(
  rows: AsyncIterable<readonly TableRow[]>,
  kinds: readonly TableKind[],
): Promise<TableInspection> {
  const { sample, all } = await sampleOf(rows);
  await all.return();
  const header = findHeader(sample, kinds);
  const guesses = kinds.map((kind) => {
    const guess = guessMapping(header.headers, header.below, kind);
    return { kind, confidence: kindConfidence(guess), guess };
  });
  const preview = header.below.slice(0, PREVIEW_ROWS).map((cells) => cells.map(cellText));
  return { headers: header.headers, preview, guesses: guesses.sort((a, b) => b.confidence - a.confidence) };
}
