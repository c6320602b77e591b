// Deeds written: one row each, marked when undone.
import type { CompanyId, Currency, CustomerId, Day, PaymentId, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A deed with everything it wrote. */
export type NewDeed = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  kind: string;
  on: Day;
  cents: number;
  currency: Currency;
  paymentId?: PaymentId;
  receivableId?: ReceivableId;
  toCustomerId?: CustomerId;
  outPaymentId?: PaymentId;
  inPaymentId?: PaymentId;
  creditNoteId?: number;
  freedIds?: readonly number[];
  holdIds?: readonly number[];
  taskId?: number | null;
  /** The cancelled entry it stands for. */
  againOf?: number;
  code?: string;
  reference?: string;
  note: string;
  actor: string;
}>;

/** Records a deed; returns its id. */
export async function insertDeed(tx: Tx, deed: NewDeed): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO payment_deeds (company_id, customer_id, kind, happened_on, cents, currency, payment_id, receivable_id, to_customer_id,
      out_payment_id, in_payment_id, credit_note_id, freed_ids, hold_ids, task_id, again_of, code, reference, note, actor)
    VALUES (${deed.companyId}, ${deed.customerId}, ${deed.kind}, ${deed.on}, ${deed.cents}, ${deed.currency}, ${deed.paymentId ?? null},
      ${deed.receivableId ?? null}, ${deed.toCustomerId ?? null}, ${deed.outPaymentId ?? null}, ${deed.inPaymentId ?? null},
      ${deed.creditNoteId ?? null}, ${(deed.freedIds ?? []) as number[]}, ${(deed.holdIds ?? []) as number[]}, ${deed.taskId ?? null},
      ${deed.againOf ?? null},       ${deed.code ?? ''}, ${deed.reference ?? ''}, ${deed.note}, ${deed.actor}) RETURNING deed_id AS id`.execute(
    tx,
  );
  return rows[0]!.id;
}

/** Marks a deed as undone; false where it was before. */
export async function markUndone(tx: Tx, deedId: number, by: Readonly<{ on: Day; actor: string }>): Promise<boolean> {
  const done =
    await sql`UPDATE payment_deeds SET undone_on = ${by.on}, undone_by = ${by.actor}, undone_at = recorded_now()
    WHERE org_id = current_org() AND deed_id = ${deedId} AND undone_on IS NULL`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Notes what a cancelling took back: it goes there again when the payment is entered again. */
export async function noteFreed(tx: Tx, deedId: number, freedIds: readonly number[]): Promise<void> {
  await sql`UPDATE payment_deeds SET freed_ids = ${freedIds as number[]}
    WHERE org_id = current_org() AND deed_id = ${deedId}`.execute(tx);
}

/** Raises the task that tells the collector of a return; returns its id. */
export async function insertReturnTask(
  tx: Tx,
  task: Readonly<{ companyId: CompanyId; customerId: CustomerId; on: Day; facts: Readonly<Record<string, unknown>> }>,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO tasks (company_id, customer_id, kind, due_on, facts)
    VALUES (${task.companyId}, ${task.customerId}, 'payment_returned', ${task.on}, ${JSON.stringify(task.facts)}::jsonb)
    RETURNING task_id AS id`.execute(tx);
  return rows[0]!.id;
}
