// Attention: what the calendar brings to a person's notice: promises not kept, formal notices run out, claims close to prescription,
// messages stuck in the queue.
import type { ActionId, CompanyId, Currency, CustomerId, Day, ReceivableId } from '@quittance/core/kernel';
import type { CustomerKind } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** One matter: whose, which invoice, how much is open, since or until when. */
export type AttentionRow = Readonly<{
  customerId: CustomerId;
  customerName: string;
  receivableId: ReceivableId;
  invoiceId: number;
  invoiceNumber: string;
  openCents: number;
  currency: Currency;
  on: Day;
}>;

type Scope = Readonly<{ companyId: CompanyId; on: Day; limit: number }>;

const matter = sql`c.customer_id AS "customerId", c.name AS "customerName", r.receivable_id AS "receivableId", r.invoice_id AS "invoiceId",
  i.number AS "invoiceNumber", r.open_cents AS "openCents", r.currency`;
const ofOpen = sql`receivables r
  JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
  JOIN customers c ON c.org_id = r.org_id AND c.customer_id = r.customer_id`;

/** Open receivables whose last promise ran out before the day, the latest first; `on` is its last day. */
export async function listBrokenPromises(tx: Tx, { companyId, on, limit }: Scope): Promise<AttentionRow[]> {
  const { rows } = await sql<AttentionRow>`
    SELECT ${matter}, p.until_on AS "on" FROM ${ofOpen}
    JOIN LATERAL (SELECT max(h.until_on) AS until_on, bool_or(h.until_on IS NULL OR h.until_on >= ${on}) AS still FROM holds h
      WHERE h.org_id = r.org_id AND h.customer_id = r.customer_id AND h.reason = 'promise' AND h.lifted_on IS NULL
        AND (h.receivable_id = r.receivable_id OR (h.receivable_id IS NULL AND r.issued_on <= h.from_on))) p ON p.until_on < ${on} AND NOT p.still
    WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.open_cents > 0 AND r.settled_cents < r.gross_cents
      AND p.until_on > ${on}::date - 90
    ORDER BY p.until_on DESC, r.open_cents DESC, r.receivable_id LIMIT ${limit}`.execute(tx);
  return rows;
}

/** Open receivables whose formal notice, really sent, gave a day to pay that is past; `on` is that day. */
export async function listExpiredNotices(tx: Tx, { companyId, on, limit }: Scope): Promise<AttentionRow[]> {
  const { rows } = await sql<AttentionRow>`
    SELECT ${matter}, max(a.deadline_on) AS "on" FROM actions a
    JOIN action_items t ON t.org_id = a.org_id AND t.action_id = a.action_id
    JOIN ${ofOpen} ON r.org_id = t.org_id AND r.receivable_id = t.receivable_id
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.tone = 'formal' AND a.state = 'sent'
      AND a.deadline_on < ${on} AND r.settled_cents < r.gross_cents
    GROUP BY c.customer_id, c.name, r.receivable_id, r.invoice_id, i.number, r.open_cents, r.currency
    ORDER BY max(a.deadline_on) DESC, r.open_cents DESC, r.receivable_id LIMIT ${limit}`.execute(tx);
  return rows;
}

/** Claims of a kind of debtor, due between two days, both included, that end on a day. */
export type ClaimsEnding = Readonly<{ kind: CustomerKind; dueFrom: Day; dueTo: Day; on: Day }>;

/**
 * Open receivables among the claims that end, the first to end first; `on` is the last day to act. Which they are is the law's
 * (core's `endingsBetween`): the database finds them by their due day. Acts that interrupt the period are not known here.
 */
export async function listPrescriptions(
  tx: Tx,
  { companyId, limit, endings }: Omit<Scope, 'on'> & Readonly<{ endings: readonly ClaimsEnding[] }>,
): Promise<AttentionRow[]> {
  const { rows } = await sql<AttentionRow>`
    SELECT ${matter}, e."on"
    FROM jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) AS e (kind text, "dueFrom" date, "dueTo" date, "on" date)
    JOIN (${ofOpen}) ON c.kind = e.kind AND r.due_on BETWEEN e."dueFrom" AND e."dueTo"
    WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.settled_cents < r.gross_cents
    ORDER BY e."on", r.open_cents DESC, r.receivable_id LIMIT ${limit}`.execute(tx);
  return rows;
}

/** Messages in the queue that should have left before an instant. */
export async function findStuck(
  tx: Tx,
  { companyId, before }: Readonly<{ companyId: CompanyId; before: Date }>,
): Promise<Readonly<{ count: number; since: Date | null; actionIds: readonly ActionId[] }>> {
  const { rows } = await sql<{ count: number; since: Date | null; actionIds: ActionId[] | null }>`
    SELECT count(*)::int AS count, min(next_attempt_at) AS since, (array_agg(action_id ORDER BY next_attempt_at))[1:5] AS "actionIds"
    FROM actions WHERE org_id = current_org() AND company_id = ${companyId} AND state = 'queued' AND next_attempt_at < ${before}`.execute(
    tx,
  );
  return { count: rows[0]?.count ?? 0, since: rows[0]?.since ?? null, actionIds: rows[0]?.actionIds ?? [] };
}
