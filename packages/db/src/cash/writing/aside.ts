// Setting aside written: movements that are not a customer's money, and back again. Only use cases call this.
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

export type AsideOrder = Readonly<{ transactionId: number; reason: string; note: string }>;

/** Sets movements aside. */
export async function setMovementsAside(tx: Tx, orders: readonly AsideOrder[], actor: string): Promise<void> {
  if (orders.length === 0) return;
  await sql`UPDATE bank_transactions t SET set_aside_reason = g.reason, set_aside_note = g.note, set_aside_by = ${actor},
      set_aside_at = recorded_now()
    FROM jsonb_to_recordset(${JSON.stringify(orders)}::jsonb) AS g ("transactionId" bigint, reason text, note text)
    WHERE t.org_id = current_org() AND t.transaction_id = g."transactionId"`.execute(tx);
}

/** Brings movements back among those that wait. */
export async function takeMovementsBack(tx: Tx, transactionIds: readonly number[]): Promise<void> {
  if (transactionIds.length === 0) return;
  await sql`UPDATE bank_transactions SET set_aside_reason = NULL, set_aside_note = '', set_aside_by = NULL, set_aside_at = NULL
    WHERE org_id = current_org() AND transaction_id = ANY(${transactionIds as number[]}::bigint[])`.execute(tx);
}
