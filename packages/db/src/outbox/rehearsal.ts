// Rehearsals: what left for the test outbox only. A company that really sends counts none of it as done.
import { sql } from 'kysely';

/** End of an INSERT into receivable_levels: a level stays, unless it was only rehearsed. */
export const overRehearsal = sql`
  ON CONFLICT (org_id, receivable_id, rank) DO UPDATE SET scenario = excluded.scenario, step = excluded.step, done_on = excluded.done_on,
    origin = excluded.origin, action_id = excluded.action_id, actor = excluded.actor, recorded_at = recorded_now()
  WHERE EXISTS (SELECT 1 FROM actions t WHERE t.org_id = receivable_levels.org_id AND t.action_id = receivable_levels.action_id AND t.test)`;
