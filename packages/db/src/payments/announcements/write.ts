// Announcements written: noted with their holds, and ended.
import type { CompanyId, Currency, CustomerId, Day, PaymentId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import type { AnnouncementState } from './read.ts';

export type NewAnnouncement = Readonly<{
  companyId: CompanyId;
  customerId: CustomerId;
  kind: string;
  cents: number;
  currency: Currency;
  expectedOn: Day;
  reference: string;
  note: string;
  holdIds: readonly number[];
  actor: string;
}>;

/** Notes it; returns its id. */
export async function insertAnnouncement(tx: Tx, row: NewAnnouncement): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO announced_payments (company_id, customer_id, kind, cents, currency, expected_on, reference, note, hold_ids, actor)
    VALUES (${row.companyId}, ${row.customerId}, ${row.kind}, ${row.cents}, ${row.currency}, ${row.expectedOn}, ${row.reference}, ${row.note},
      ${row.holdIds as number[]}, ${row.actor}) RETURNING announcement_id AS id`.execute(tx);
  return rows[0]!.id;
}

/** Gives it another state; `ended` null takes its end back. */
export async function setAnnouncementState(
  tx: Tx,
  announcementId: number,
  change: Readonly<{
    state: AnnouncementState;
    ended: Readonly<{ on: Day; by: string }> | null;
    paymentId: PaymentId | null;
    /** Its holds from now on; absent: as they were. */
    holdIds?: readonly number[];
  }>,
): Promise<void> {
  const holdIds = change.holdIds ? sql`${change.holdIds as number[]}` : sql`hold_ids`;
  await sql`UPDATE announced_payments SET state = ${change.state}, ended_on = ${change.ended?.on ?? null}, ended_by = ${change.ended?.by ?? null},
      payment_id = ${change.paymentId}, hold_ids = ${holdIds} WHERE org_id = current_org() AND announcement_id = ${announcementId}`.execute(
    tx,
  );
}

/** What a payment had ended as arrived is returned, and back again. */
export async function turnAnnouncementOf(tx: Tx, paymentId: PaymentId, to: 'arrived' | 'returned'): Promise<void> {
  await sql`UPDATE announced_payments SET state = ${to} WHERE org_id = current_org() AND payment_id = ${paymentId}
    AND state IN ('arrived', 'returned')`.execute(tx);
}
