// Announcements read: money said to be on its way, and the payment that is it.
import type { CompanyId, Currency, CustomerId, Day, PaymentId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

export type AnnouncementState = 'expected' | 'arrived' | 'cancelled' | 'returned';

/** One announcement. */
export type AnnouncementRow = Readonly<{
  announcementId: number;
  customerId: CustomerId;
  customerName: string;
  kind: string;
  cents: number;
  currency: Currency;
  expectedOn: Day;
  /** Last day of its holds; null where it holds nothing. */
  heldUntilOn: Day | null;
  reference: string;
  note: string;
  state: AnnouncementState;
  paymentId: PaymentId | null;
  holdIds: readonly number[];
  actor: string;
  announcedAt: Date;
  endedOn: Day | null;
  endedBy: string | null;
}>;

const columns = sql`a.announcement_id AS "announcementId", a.customer_id AS "customerId", c.name AS "customerName", a.kind, a.cents, a.currency,
  a.expected_on AS "expectedOn", (SELECT max(h.until_on) FROM holds h WHERE h.org_id = a.org_id AND h.hold_id = ANY(a.hold_ids)) AS "heldUntilOn",
  a.reference, a.note, a.state, a.payment_id AS "paymentId", a.hold_ids AS "holdIds", a.actor, a.announced_at AS "announcedAt",
  a.ended_on AS "endedOn", a.ended_by AS "endedBy"`;
const from = sql`announced_payments a JOIN customers c ON c.org_id = a.org_id AND c.customer_id = a.customer_id`;

/** One announcement of a company under lock, or undefined. */
export async function lockAnnouncement(tx: Tx, companyId: CompanyId, id: number): Promise<AnnouncementRow | undefined> {
  const { rows } = await sql<AnnouncementRow>`SELECT ${columns} FROM ${from}
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.announcement_id = ${id} FOR UPDATE OF a`.execute(
    tx,
  );
  return rows[0];
}

type Filter = Readonly<{
  companyId: CompanyId;
  customerId?: CustomerId | undefined;
  state?: AnnouncementState | undefined;
  limit: number;
  offset: number;
}>;

const matching = ({ companyId, customerId, state }: Filter): RawBuilder<unknown> => sql`
  a.org_id = current_org() AND a.company_id = ${companyId} ${customerId === undefined ? sql`` : sql`AND a.customer_id = ${customerId}`}
  ${state === undefined ? sql`` : sql`AND a.state = ${state}`}`;

/** A page of announcements: those expected first, the earliest day first; then the latest that ended. */
export async function listAnnouncements(tx: Tx, filter: Filter): Promise<{ items: AnnouncementRow[]; total: number }> {
  const { rows } = await sql<AnnouncementRow>`SELECT ${columns} FROM ${from} WHERE ${matching(filter)}
    ORDER BY a.state <> 'expected', CASE WHEN a.state = 'expected' THEN a.expected_on END, a.announcement_id DESC
    LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(tx);
  const count = await sql<{
    total: number;
  }>`SELECT count(*) AS total FROM announced_payments a WHERE ${matching(filter)}`.execute(tx);
  return { items: rows, total: Number(count.rows[0]!.total) };
}

/**
 * Expected announcements whose money has come since: a payment of the customer recorded later, of the same amount or naming the same
 * reference, that no other announcement was ended by. The earliest first; one payment serves one.
 */
export async function listArrivals(
  tx: Tx,
  companyId: CompanyId,
): Promise<{ announcementId: number; paymentId: PaymentId }[]> {
  const { rows } = await sql<{ announcementId: number; paymentId: PaymentId }>`
    SELECT a.announcement_id AS "announcementId", p.payment_id AS "paymentId"
    FROM announced_payments a JOIN payments p ON p.org_id = a.org_id AND p.company_id = a.company_id AND p.customer_id = a.customer_id
      AND p.direction = 'in' AND p.purpose IN ('payment', 'moved_in') AND p.currency = a.currency AND p.recorded_at >= a.announced_at
      AND (p.cents = a.cents OR (a.reference <> '' AND position(lower(a.reference) IN lower(coalesce(p.reference, ''))) > 0))
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.state = 'expected'
      AND NOT EXISTS (SELECT 1 FROM announced_payments o WHERE o.org_id = a.org_id AND o.payment_id = p.payment_id)
      AND NOT EXISTS (SELECT 1 FROM payments c WHERE c.org_id = p.org_id AND c.reverses_payment_id = p.payment_id)
    ORDER BY a.expected_on, a.announcement_id, p.payment_id`.execute(tx);
  const taken = new Set<number>();
  return rows.filter(({ announcementId, paymentId }) => {
    if (taken.has(announcementId) || taken.has(-paymentId)) return false;
    taken.add(announcementId).add(-paymentId);
    return true;
  });
}
