// Whether matching has still to look: money that came, or what it may pay, is newer than the last look.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { isWaiting } from '../conditions.ts';

/** Longer than the ten worked days that a movement holds anybody, whatever the holidays. */
const DAYS = 21;

/**
 * Whether money of the last weeks waits of which nothing was said yet, or books came in after all that waits was last looked at: until then
 * nobody knows whom it may be from. What came in after the instant that a story, or a command run for another day, plays at is not there yet.
 */
export async function isLookOwed(
  tx: Tx,
  { companyId, on }: Readonly<{ companyId: CompanyId; on: Day }>,
): Promise<boolean> {
  const waiting = sql`SELECT 1 FROM bank_transactions t WHERE t.org_id = current_org() AND t.company_id = ${companyId} AND t.cents > 0
    AND t.booked_on > ${on}::date - ${DAYS}::int AND ${isWaiting}`;
  const { rows } = await sql<{ owed: boolean }>`
    SELECT EXISTS (${waiting} AND NOT EXISTS (SELECT 1 FROM bank_proposals p WHERE p.org_id = t.org_id AND p.transaction_id = t.transaction_id))
      OR EXISTS (${waiting}) AND coalesce((SELECT max(i.finished_at) FROM imports i
          WHERE i.org_id = current_org() AND i.company_id = ${companyId} AND i.status = 'imported' AND i.finished_at <= recorded_now())
        > coalesce((SELECT e.at_text::timestamptz FROM events e WHERE e.org_id = current_org() AND e.subject_type = 'company'
          AND e.subject_id = ${String(companyId)} AND e.kind = 'matching.run' ORDER BY e.seq DESC LIMIT 1), '-infinity'), false) AS owed`.execute(
    tx,
  );
  return rows[0]!.owed;
}
