// Ladders written: in force or archived, and the levels of items under way carried to a changed ladder. Only use cases call this.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Puts every version of a ladder in force again, or in the archive; false where there is none of that code. */
export async function setScenarioActive(
  tx: Tx,
  ladder: Readonly<{ companyId: CompanyId; code: string; active: boolean }>,
): Promise<boolean> {
  const result = await sql`
    UPDATE scenarios SET active = ${ladder.active}
    WHERE org_id = current_org() AND company_id = ${ladder.companyId} AND code = ${ladder.code}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/**
 * Gives the open receivables of the customers named the level of the new ladder, `[old, new]` for each old one that changes; 0 takes
 * every level away. Their last step keeps its day.
 */
export async function carryLevels(
  tx: Tx,
  carried: Readonly<{
    companyId: CompanyId;
    customerIds: readonly CustomerId[];
    levels: readonly (readonly [number, number])[];
  }>,
): Promise<number> {
  if (carried.levels.length === 0 || carried.customerIds.length === 0) return 0;
  const levels = JSON.stringify(carried.levels.map(([old, rank]) => ({ old, new_rank: rank })));
  await sql`SELECT set_config('app.carry_levels', 'on', true)`.execute(tx);
  const { rows } = await sql<{ moved: number }>`
    WITH top AS (
      SELECT DISTINCT ON (l.receivable_id) l.* FROM receivable_levels l
      JOIN receivables r ON r.org_id = l.org_id AND r.receivable_id = l.receivable_id AND r.settled_cents < r.gross_cents
      WHERE l.org_id = current_org() AND l.company_id = ${carried.companyId}
        AND l.customer_id = ANY(${carried.customerIds as readonly number[]}::bigint[])
      ORDER BY l.receivable_id, l.rank DESC
    ), moved AS (
      SELECT top.*, g.new_rank FROM top JOIN jsonb_to_recordset(${levels}::jsonb) AS g(old int, new_rank int) ON g.old = top.rank
    ), gone AS (
      DELETE FROM receivable_levels l USING moved m
      WHERE l.org_id = current_org() AND l.receivable_id = m.receivable_id AND l.rank > m.new_rank
    ), put AS (
      INSERT INTO receivable_levels (receivable_id, rank, company_id, customer_id, scenario, step, done_on, origin, action_id, actor)
      SELECT receivable_id, new_rank, company_id, customer_id, scenario, step, done_on, origin, action_id, actor FROM moved
      WHERE new_rank > 0
      ON CONFLICT (org_id, receivable_id, rank) DO UPDATE SET scenario = excluded.scenario, step = excluded.step,
        done_on = excluded.done_on, origin = excluded.origin, action_id = excluded.action_id, actor = excluded.actor
    )
    SELECT count(*)::int AS moved FROM moved`.execute(tx);
  await sql`SELECT set_config('app.carry_levels', 'off', true)`.execute(tx);
  return rows[0]?.moved ?? 0;
}
