// Notes of a bank file: what was left aside, recognised, or does not add up.
import type { ImportNote } from '../report.ts';
import type { StagedFile } from './stage-file.ts';

/** A note with its facts. */
export const noteOf = (code: string, facts: Readonly<Record<string, unknown>>): ImportNote => ({ code, ...facts });

const counted = (code: string, count: number): ImportNote[] => (count > 0 ? [noteOf(code, { count })] : []);

/** The reader's notes, and what became of the lines. */
export const notesOfFile = (
  { notes, pending, zeros, repeated }: StagedFile,
  merged: Readonly<{ known: number; batches: number; back: number }>,
): ImportNote[] => [
  ...notes.map((note): ImportNote => ({ ...note })),
  ...counted('movements_known', merged.known),
  ...counted('movements_back', merged.back),
  ...counted('batch_known', merged.batches),
  ...counted('movements_announced', pending),
  ...counted('zero_movements', zeros),
  ...counted('statement_repeated', repeated),
];
