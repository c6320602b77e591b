// Notes: what was odd in a file and read anyway. One note per code, with its first row and how often it happened.
import { readable } from './refusal.ts';

/** Something unusual that did not stop the reading. */
export type FileNote = Readonly<{
  /** snake_case code; the catalogues turn it into a sentence. */
  code: string;
  /** First row concerned, or null when the whole file is meant. */
  row: number | null;
  /** What stood there the first time. */
  seen: string;
  /** How many times it was met. */
  count: number;
}>;

/** Collects notes; memory is bounded by the number of codes, not by the file. */
export class NoteBook {
  private readonly byCode = new Map<string, { code: string; row: number | null; seen: string; count: number }>();

  /** Counts one more occurrence of `code`; the first one keeps its row and text. */
  add(code: string, row: number | null, seen: string | (() => string) = ''): void {
    const known = this.byCode.get(code);
    if (known) known.count++;
    else this.byCode.set(code, { code, row, seen: readable(typeof seen === 'string' ? seen : seen()), count: 1 });
  }

  /** The notes in the order in which their codes first appeared. */
  all(): FileNote[] {
    return [...this.byCode.values()].map((note) => ({ ...note }));
  }
}
