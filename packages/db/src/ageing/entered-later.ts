// Facts entered later: dated on or before a day, recorded after it. Why a past balance may differ from the one printed on its day.
import type { Cents } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { LedgerDay } from './as-of.ts';

/** How many facts, what they amount to (absolute), and when the last was recorded. */
export type EnteredLater = Readonly<{ facts: number; cents: Cents; lastAt: Date }>;

/**
 * Receivables, credit notes, payments and allocations dated up to the day and recorded from `since` on (the instant the day ended where the
 * company stands); null where there is none. Blocks of rows recorded before are skipped by the index on their recording.
 */
export async function findEnteredLater(tx: Tx, day: LedgerDay, since: Date): Promise<EnteredLater | null> {
  const { companyId, currency, on } = day;
  const mine = sql`org_id = current_org() AND company_id = ${companyId} AND currency = ${currency} AND recorded_at >= ${since}`;
  const { rows } = await sql<{ facts: number; cents: Cents; lastAt: Date | null }>`
    SELECT sum(facts)::bigint AS facts, coalesce(sum(cents), 0)::bigint AS cents, max(last_at) AS "lastAt" FROM (
      SELECT count(*) AS facts, sum(gross_cents) AS cents, max(recorded_at) AS last_at FROM receivables WHERE ${mine} AND issued_on <= ${on}
      UNION ALL SELECT count(*), sum(gross_cents), max(recorded_at) FROM credit_notes WHERE ${mine} AND issued_on <= ${on}
      UNION ALL SELECT count(*), sum(cents), max(recorded_at) FROM payments WHERE ${mine} AND paid_on <= ${on}
      UNION ALL SELECT count(*), sum(abs(cents)), max(recorded_at) FROM allocations WHERE ${mine} AND allocated_on <= ${on}) f`.execute(
    tx,
  );
  const { facts, cents, lastAt } = rows[0]!;
  return lastAt === null ? null : { facts, cents, lastAt };
}

/**
 * Changes whenever a fact is recorded: two equal marks of an organization mean that nothing was entered between them. Facts are never deleted
 * and their ids grow, so the last of each kind tell, with the journal's last line; five index probes.
 */
export async function readRecordedMark(tx: Tx): Promise<string> {
  const { rows } = await sql<{ mark: string }>`SELECT concat_ws(' ',
    (SELECT seq FROM journal_heads WHERE org_id = current_org()), receivables, credit_notes, payments, allocations) AS mark
    FROM fact_marks()`.execute(tx);
  return rows[0]!.mark;
}
