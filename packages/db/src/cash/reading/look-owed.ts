// Whether matching has still to look: money that came, or what it may pay, is newer than the last look.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { isWaiting } from '../conditions.ts';

/** Longer than the ten worked days that a movement holds anybody, whatever the holidays. */
const DAYS = 21;

/**
 * Since when money of the last weeks waits of which nothing was said yet, or books are newer than the last look at all that waits: until then
 * nobody knows whom it may be from. Null where nothing is owed. What came in after the instant that a story, or a command run for another
 * day, plays at is not there yet.
 */
export async function findLookOwedSince(
  tx: Tx,
  { companyId, on }: Readonly<{ companyId: CompanyId; on: Day }>,
): Promise<Date | null> {
  const waiting = sql`FROM bank_transactions t WHERE t.org_id = current_org() AND t.company_id = ${companyId} AND t.cents > 0
    AND t.booked_on > ${on}::date - ${DAYS}::int AND ${isWaiting}`;
  const { rows } = await sql<{ since: Date | null }>`
    WITH looked AS (SELECT coalesce((SELECT e.at_text::timestamptz FROM events e WHERE e.org_id = current_org() AND e.subject_type = 'company'
        AND e.subject_id = ${String(companyId)} AND e.kind = 'matching.run' ORDER BY e.seq DESC LIMIT 1), '-infinity') AS at)
    SELECT least(
      (SELECT min(t.recorded_at) ${waiting}
        AND NOT EXISTS (SELECT 1 FROM bank_proposals p WHERE p.org_id = t.org_id AND p.transaction_id = t.transaction_id)),
      (SELECT max(i.finished_at) FROM imports i, looked WHERE i.org_id = current_org() AND i.company_id = ${companyId}
        AND i.status = 'imported' AND i.finished_at <= recorded_now() AND i.finished_at > looked.at AND EXISTS (SELECT 1 ${waiting}))
    ) AS since`.execute(tx);
  return rows[0]!.since;
}

/** Whether matching has still to look before anybody may be reminded. */
export const isLookOwed = async (tx: Tx, of: Readonly<{ companyId: CompanyId; on: Day }>): Promise<boolean> =>
  (await findLookOwedSince(tx, of)) !== null;
