// Result: a refusal is a value with a code and its facts; bugs throw. No prose here: the catalogues speak to people.

export type Ok<T> = Readonly<{ ok: true; value: T }>;
export type Refused<R> = Readonly<{ ok: false; refusal: R }>;
export type Result<T, R> = Ok<T> | Refused<R>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refuse = <R>(refusal: R): Refused<R> => ({ ok: false, refusal });

/** A row of an input that could not be read. The rest of the file goes on; nothing is guessed. */
export type RowError = Readonly<{
  /** 1-based line (text) or row (sheet) of the file, header included. */
  row: number;
  /** Column as its header names it, or empty when the whole row is meant. */
  column: string;
  /** snake_case code; the catalogues turn it into a sentence. */
  code: string;
  /** What stood in the file, cut to a readable length. */
  seen: string;
  /** What would have been accepted. */
  expected: string;
}>;

const SEEN_LIMIT = 80;

/** Builds a row error, cutting what was seen to a readable length. */
export const rowError = (row: number, column: string, code: string, seen: string, expected: string): RowError => ({
  row,
  column,
  code,
  seen: seen.length > SEEN_LIMIT ? `${seen.slice(0, SEEN_LIMIT)}…` : seen,
  expected,
});
