// Summary of a FEC once read: how it was written, its totals, its journals, what does not balance and what was odd.
import type { FecJournal } from '@quittance/core/intake';
import { type Cents, cents } from '@quittance/core/kernel';
import type { Encoding, FileNote, NoteBook } from '../text/index.ts';
import type { EntryBook, UnbalancedEntry } from './facts/entries.ts';
import type { JournalBook } from './facts/journals.ts';
import type { FecLayout } from './layout/layout.ts';

/** How the file was written. */
export type FecVariant = Readonly<{
  form: 'text' | 'xml';
  encoding: Encoding;
  separator: FecLayout['separator'];
  lineEnd: FecLayout['lineEnd'];
  amounts: FecLayout['amounts'];
  columns: number;
}>;

/** What is known of the whole file at its end. */
export type FecSummary = Readonly<{
  variant: FecVariant;
  /** Lines read, kept as records or not. */
  lines: number;
  kept: number;
  /** Lines that gave a row error instead; they are in no total. */
  unreadable: number;
  debitCents: Cents;
  creditCents: Cents;
  journals: readonly FecJournal[];
  /** Entries out of balance, the first hundred. */
  unbalanced: readonly UnbalancedEntry[];
  unbalancedCount: number;
  notes: readonly FileNote[];
}>;

/** Closes the books of a reading. */
export function summarize(file: {
  totals: Readonly<{ lines: number; kept: number; unreadable: number; debit: number; credit: number }>;
  layout: FecLayout;
  journals: JournalBook;
  entries: EntryBook;
  notes: NoteBook;
  source: Pick<FecVariant, 'form' | 'encoding'>;
}): FecSummary {
  const { totals, layout, notes, entries } = file;
  const { separator, lineEnd, amounts, columns } = layout;
  const { entries: unbalanced, count } = entries.unbalanced();
  const first = unbalanced[0];
  for (let i = 0; i < count; i++)
    notes.add('unbalanced_entry', first?.row ?? null, `${first?.journalCode} ${first?.entryNumber}`);
  if (!entries.isChecked) notes.add('entries_not_checked', null);
  if (totals.debit !== totals.credit) notes.add('unbalanced_file', null);
  return {
    variant: { ...file.source, separator, lineEnd, amounts, columns },
    lines: totals.lines,
    kept: totals.kept,
    unreadable: totals.unreadable,
    debitCents: cents(totals.debit),
    creditCents: cents(totals.credit),
    journals: file.journals.all(),
    unbalanced,
    unbalancedCount: count,
    notes: notes.all(),
  };
}
