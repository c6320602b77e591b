// Tasks written: closed with what came of them. Only use cases call this.
import type { Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** How a task ended. */
export type TaskEnd = Readonly<{ outcome: string; note: string; on: Day; by: string }>;

/** Closes an open task; false where it is closed already. */
export async function closeTask(tx: Tx, taskId: number, end: TaskEnd): Promise<boolean> {
  const result = await sql`
    UPDATE tasks SET state = 'done', outcome = ${end.outcome}, note = ${end.note}, done_on = ${end.on}, done_by = ${end.by}
    WHERE org_id = current_org() AND task_id = ${taskId} AND state = 'open'`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** Closes the open repairs of a customer's contacts. */
export async function closeRepairs(tx: Tx, customerId: number, end: TaskEnd): Promise<void> {
  await sql`
    UPDATE tasks SET state = 'done', outcome = ${end.outcome}, note = ${end.note}, done_on = ${end.on}, done_by = ${end.by}
    WHERE org_id = current_org() AND customer_id = ${customerId} AND kind = 'repair_contact' AND state = 'open'`.execute(
    tx,
  );
}
