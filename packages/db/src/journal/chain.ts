// The journal's hash chain: each line's hash covers the hash before it, so no line can change without all that follow.
import { createHash } from 'node:crypto';

/** Hash before the first line of an organization. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** What a line's hash covers, beside the hash before it. */
export type JournalLine = {
  /** 1, 2, 3 … without gap within an organization. */
  readonly seq: number;
  /** ISO 8601, UTC, microseconds: `2026-03-31T08:15:00.000000Z`. */
  readonly at_text: string;
  readonly actor: string;
  readonly kind: string;
  readonly subject_type: string;
  readonly subject_id: string;
  /** JSON, as written: the text itself is covered. */
  readonly payload: string;
};

/** SHA-256 (hex) of the UTF-8 text of the previous hash and the line's fields, joined by line feeds. */
export function hashLine(previousHash: string, line: JournalLine): string {
  const { seq, at_text, actor, kind, subject_type, subject_id, payload } = line;
  const text = [previousHash, seq, at_text, actor, kind, subject_type, subject_id, payload].join('\n');
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
