// Writes one line of the organization's journal, in the transaction of what it records.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** One thing that happened. */
export type JournalEvent = {
  /** What happened: `invoice.imported`, `action.approved`. */
  readonly kind: string;
  /** Who did it; default: the transaction's actor. */
  readonly actor?: string;
  /** What it happened to: `action`, and its id. */
  readonly subject: string;
  readonly subjectId: string | number;
  /** The facts, before and after; anything JSON can hold. */
  readonly payload: unknown;
  /** The business day it counts for, where that is not the day it is written; kept as `on` in the payload. */
  readonly on?: string;
};

// Fields are joined by line feeds under the hash: one inside a field would let two different lines share a hash.
function oneLine(name: string, text: string): string {
  if (text.includes('\n')) throw new RangeError(`a journal line's ${name} holds a line feed: ${JSON.stringify(text)}`);
  return text;
}

const lineOf = (event: JournalEvent) => ({
  actor: oneLine('actor', event.actor ?? ''),
  kind: oneLine('kind', event.kind),
  subject: oneLine('subject', event.subject),
  subjectId: oneLine('subject id', String(event.subjectId)),
  facts: event.on === undefined ? event.payload : { on: event.on, ...(event.payload as object) },
});

/**
 * Appends the event and returns its number in the organization's journal. Lines of one organization are written one after
 * the other: the journal stays locked until the transaction ends, so append late and keep transactions short.
 * @throws RangeError when a field holds a line feed
 */
export async function appendEvent(tx: Tx, event: JournalEvent): Promise<number> {
  const { actor, kind, subject, subjectId, facts } = lineOf(event);
  const { rows } = await sql<{ seq: number }>`
    select append_event(coalesce(nullif(${actor}, ''), nullif(current_setting('app.actor', true), '')),
      ${kind}, ${subject}, ${subjectId}, ${JSON.stringify(facts)}) as seq`.execute(tx);
  return rows[0]!.seq;
}

/** Appends several events in their order, with one question to the database. @throws RangeError when a field holds a line feed */
export async function appendEvents(tx: Tx, events: readonly JournalEvent[]): Promise<void> {
  if (events.length === 0) return;
  const lines = events.map(lineOf).map(({ facts, ...line }) => ({ ...line, text: JSON.stringify(facts) }));
  await sql`select append_events(${JSON.stringify(lines)}::jsonb)`.execute(tx);
}
