// One line of the journal by its number: what was decided, so that it can be taken back.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { EventRow } from './list-events.ts';

/** The line of that number of the transaction's organization, or undefined. */
export async function findEvent(tx: Tx, seq: number): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`
    SELECT seq, at_text AS "at", actor AS author, kind, subject_type || ':' || subject_id AS subject, payload::jsonb AS facts, hash
    FROM events WHERE org_id = current_org() AND seq = ${seq}`.execute(tx);
  return rows[0];
}
