// The journal read for people: lines newest first, by subject or text.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A line of the journal. */
export type EventRow = Readonly<{
  seq: number;
  at: string;
  author: string;
  kind: string;
  subject: string;
  facts: unknown;
  hash: string;
}>;

/** `subject` is `type:id`; `search` looks in kind, author and facts. */
export type EventFilter = Readonly<{ subject?: string; search?: string; limit: number; offset: number }>;

/** A page of the organization's journal, with the number of all that match. */
export async function listEvents(tx: Tx, filter: EventFilter): Promise<{ items: EventRow[]; total: number }> {
  const where = sql`org_id = current_org()
    ${filter.subject ? sql`AND subject_type || ':' || subject_id = ${filter.subject}` : sql``}
    ${filter.search ? sql`AND (kind || ' ' || actor || ' ' || subject_id || ' ' || payload) ILIKE ${`%${filter.search}%`}` : sql``}`;
  const { rows } = await sql<EventRow>`
    SELECT seq, at_text AS "at", actor AS author, kind, subject_type || ':' || subject_id AS subject, payload::jsonb AS facts, hash
    FROM events WHERE ${where} ORDER BY seq DESC LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(tx);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM events WHERE ${where}`.execute(tx);
  return { items: rows, total: Number(count.rows[0]?.total ?? 0) };
}
