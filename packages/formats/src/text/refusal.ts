// File refusals: why a whole file is not read. Values at the door; inside the readers a signal carries them up the stream.
import { type Refused, refuse } from '@quittance/core/kernel';

/** Every reason for which a file is refused whole. */
export type FileRefusalCode =
  | 'empty_file'
  | 'binary_file'
  | 'wrong_format'
  | 'line_too_long'
  | 'no_header'
  | 'missing_columns'
  | 'no_entry'
  | 'amounts_too_large'
  | 'malformed_xml'
  | 'malformed_quotes'
  | 'damaged_workbook'
  | 'encrypted_workbook'
  | 'workbook_too_large'
  | 'damaged_archive'
  | 'encrypted_archive'
  | 'archive_too_large';

/** A file that is not what it claims to be, or that cannot be read safely. Nothing of it may be kept. */
export type FileRefusal = Readonly<{
  code: FileRefusalCode;
  /** 1-based line where it showed, or null when the whole file is meant. */
  row: number | null;
  /** What was found, cut to a readable length. */
  seen: string;
  /** What would have been accepted. */
  expected: string;
}>;

const SEEN_LIMIT = 80;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what must not reach a message
const CONTROL = /[\u0000-\u001f\u007f]+/g;

/** Shortens what was found in a file and takes its control characters away. */
export const readable = (text: string): string => {
  const plain = text
    .slice(0, SEEN_LIMIT * 4)
    .replace(CONTROL, ' ')
    .trim();
  return plain.length > SEEN_LIMIT ? `${plain.slice(0, SEEN_LIMIT)}…` : plain;
};

/** Carries a refusal from the middle of a stream to the reader's door, which turns it into a value. */
export class RefusalSignal extends Error {
  readonly refusal: FileRefusal;
  constructor(code: FileRefusalCode, facts: { seen?: string; expected: string; row?: number }) {
    super(code);
    this.refusal = { code, row: facts.row ?? null, seen: readable(facts.seen ?? ''), expected: facts.expected };
  }
}

/** Turns a caught signal into a refused result. @throws anything that is not a refusal, unchanged. */
export const refusedBy = (error: unknown): Refused<FileRefusal> => {
  if (error instanceof RefusalSignal) return refuse(error.refusal);
  throw error;
};
