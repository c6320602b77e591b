// Timeline of a customer: facts of every room and lines of the journal as one list, newest first.
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** One line; `key` is unique in the list. */
export type TimelineRow = Readonly<{
  key: string;
  kind: string;
  code: string;
  on: Day;
  at: Date | null;
  author: string | null;
  label: string;
  text: string;
  state: string;
  before: string | null;
  after: string | null;
  cents: number | null;
  currency: string | null;
  refKind: string | null;
  refId: number | null;
}>;

type Of = Readonly<{ companyId: CompanyId; customerId: CustomerId }>;

const TEXT_SHOWN = 4000;

// Each source in the columns of a line: key, kind, code, on, at, author, label, text, state, before, after, cents, currency, refKind, refId.
const SOURCES: Readonly<Record<string, (of: Of) => RawBuilder<unknown>>> = {
  message: ({ customerId }) => sql`
    SELECT 'a' || a.action_id, 'message', a.channel, coalesce(a.done_on, a.planned_on), coalesce(m.rendered_at, a.approved_at), a.approved_by,
      coalesce(m.subject, a.edited ->> 'subject', ''), left(coalesce(m.text_body, a.edited ->> 'body', ''), ${TEXT_SHOWN}), CASE WHEN a.test AND a.state = 'sent' THEN 'rehearsed' ELSE a.state END,
      a.tone, m.to_address, a.total_cents, a.currency, 'action', a.action_id
    FROM actions a LEFT JOIN messages m ON m.org_id = a.org_id AND m.action_id = a.action_id
    WHERE a.org_id = current_org() AND a.customer_id = ${customerId} AND a.state NOT IN ('planned', 'cancelled') AND a.channel NOT IN ('call', 'task')`,
  call: ({ customerId }) => sql`
    SELECT 't' || t.task_id, 'call', t.kind, t.done_on, NULL, t.done_by, '', coalesce(t.note, ''), coalesce(t.outcome, ''), NULL, NULL, NULL, NULL,
      CASE WHEN t.action_id IS NULL THEN NULL ELSE 'action' END, t.action_id
    FROM tasks t WHERE t.org_id = current_org() AND t.customer_id = ${customerId} AND t.state = 'done'`,
  payment: ({ customerId }) => sql`
    SELECT 'p' || payment_id, 'payment', CASE purpose WHEN 'payment' THEN direction ELSE purpose END, paid_on, recorded_at, NULL, coalesce(reference, ''), '', coalesce(method, ''), NULL, NULL, cents,
      currency, CASE WHEN import_id IS NULL THEN NULL ELSE 'import' END, import_id
    FROM payments WHERE org_id = current_org() AND customer_id = ${customerId}`,
  allocation: ({ customerId }) => sql`
    SELECT 'l' || l.allocation_id, 'allocation', l.origin, l.allocated_on, l.recorded_at, l.actor, i.number, l.reason,
      CASE WHEN l.reverses_allocation_id IS NULL THEN '' ELSE 'undone' END, NULL, NULL, l.cents, l.currency, 'invoice', i.invoice_id
    FROM invoices i JOIN receivables r ON r.org_id = i.org_id AND r.invoice_id = i.invoice_id
    JOIN allocations l ON l.org_id = r.org_id AND l.receivable_id = r.receivable_id
    WHERE i.org_id = current_org() AND i.customer_id = ${customerId}`,
  invoice: ({ customerId }) => sql`
    SELECT 'i' || invoice_id, 'invoice', nature, issued_on, recorded_at, NULL, number, coalesce(label, ''), '', NULL, NULL, gross_cents, currency,
      'invoice', invoice_id
    FROM invoices WHERE org_id = current_org() AND customer_id = ${customerId}`,
  credit_note: ({ customerId }) => sql`
    SELECT 'c' || credit_note_id, 'credit_note', nature, issued_on, recorded_at, NULL, number, coalesce(label, ''), '', NULL, NULL, gross_cents,
      currency, CASE WHEN import_id IS NULL THEN NULL ELSE 'import' END, import_id
    FROM credit_notes WHERE org_id = current_org() AND customer_id = ${customerId}`,
  hold: ({ customerId }) => sql`
    SELECT 'h' || h.hold_id, 'hold', 'placed', h.from_on, h.recorded_at, h.author, coalesce(i.number, ''), h.note, h.reason, NULL,
      h.until_on::text, h.cents, r.currency, 'hold', h.hold_id
    FROM holds h LEFT JOIN receivables r ON r.org_id = h.org_id AND r.receivable_id = h.receivable_id
    LEFT JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
    WHERE h.org_id = current_org() AND h.customer_id = ${customerId}
    UNION ALL
    SELECT 'u' || h.hold_id, 'hold', 'lifted', h.lifted_on, NULL, h.lifted_by, '', '', h.reason, NULL, NULL, NULL, NULL, 'hold', h.hold_id
    FROM holds h WHERE h.org_id = current_org() AND h.customer_id = ${customerId} AND h.lifted_on IS NOT NULL`,
  note: ({ companyId, customerId }) => sql`
    SELECT 'n' || n.note_id, 'note', '', (n.written_at AT TIME ZONE o.timezone)::date, n.written_at, n.author, coalesce(i.number, ''), n.text, '',
      NULL, NULL, NULL, NULL, CASE WHEN n.invoice_id IS NULL THEN 'note' ELSE 'invoice' END, coalesce(n.invoice_id, n.note_id)
    FROM notes n JOIN companies o ON o.org_id = n.org_id AND o.company_id = n.company_id
    LEFT JOIN invoices i ON i.org_id = n.org_id AND i.invoice_id = n.invoice_id
    WHERE n.org_id = current_org() AND n.company_id = ${companyId} AND n.customer_id = ${customerId} AND n.removed_at IS NULL`,
  document: ({ companyId, customerId }) => sql`
    SELECT 'd' || d.document_id, 'document', d.kind, (d.added_at AT TIME ZONE o.timezone)::date, d.added_at, d.author, d.name, '', '', NULL, NULL,
      NULL, NULL, 'document', d.document_id
    FROM customer_documents d JOIN companies o ON o.org_id = d.org_id AND o.company_id = d.company_id
    WHERE d.org_id = current_org() AND d.company_id = ${companyId} AND d.customer_id = ${customerId} AND d.removed_at IS NULL`,
  import: ({ companyId, customerId }) => sql`
    SELECT 'f' || m.import_id, 'import', m.kind, (m.started_at AT TIME ZONE o.timezone)::date, m.started_at, m.actor, m.file_name, '', m.status,
      NULL, NULL, NULL, NULL, 'import', m.import_id
    FROM imports m JOIN companies o ON o.org_id = m.org_id AND o.company_id = m.company_id
    WHERE m.org_id = current_org() AND m.company_id = ${companyId} AND m.import_id IN (
      SELECT import_id FROM customers WHERE org_id = current_org() AND customer_id = ${customerId}
      UNION SELECT import_id FROM invoices WHERE org_id = current_org() AND customer_id = ${customerId}
      UNION SELECT import_id FROM payments WHERE org_id = current_org() AND customer_id = ${customerId})`,
  change: ({ companyId, customerId }) => sql`
    SELECT 'e' || e.seq, 'change', CASE WHEN e.kind = 'customer.changed' THEN e.payload::jsonb ->> 'set' ELSE e.kind END,
      (e.at_text::timestamptz AT TIME ZONE o.timezone)::date, e.at_text::timestamptz, e.actor,
      coalesce(e.payload::jsonb -> 'after' ->> 'name', e.payload::jsonb -> 'before' ->> 'name', ''), '', '',
      CASE WHEN e.kind = 'customer.changed' THEN e.payload::jsonb ->> 'before' END,
      CASE WHEN e.kind = 'customer.changed' THEN e.payload::jsonb ->> 'after' END, NULL, NULL, NULL, NULL
    FROM events e JOIN companies o ON o.org_id = e.org_id AND o.company_id = ${companyId}
    WHERE e.org_id = current_org() AND ((e.subject_type = 'customer' AND e.subject_id = ${String(customerId)} AND e.kind = 'customer.changed')
      OR (e.subject_type = 'contact' AND e.subject_id IN (
        SELECT contact_id::text FROM contacts WHERE org_id = current_org() AND customer_id = ${customerId})))`,
};

/** A page of the timeline, of some kinds only where asked. */
export async function listTimeline(
  tx: Tx,
  asked: Of & Readonly<{ kinds: readonly string[]; limit: number; offset: number }>,
): Promise<{ items: TimelineRow[]; total: number }> {
  const kinds = Object.keys(SOURCES).filter((kind) => asked.kinds.length === 0 || asked.kinds.includes(kind));
  if (kinds.length === 0) return { items: [], total: 0 };
  const all = sql`
    SELECT * FROM (${sql.join(
      kinds.map((kind) => SOURCES[kind]!(asked)),
      sql` UNION ALL `,
    )}) AS line (key, kind, code, "on", "at", author, label,
      text, state, before, after, cents, currency, "refKind", "refId")`;
  const { rows } = await sql<TimelineRow & { total: number }>`
    SELECT *, count(*) OVER () AS total FROM (${all}) line ORDER BY "on" DESC, "at" DESC NULLS LAST, key DESC
    LIMIT ${asked.limit} OFFSET ${asked.offset}`.execute(tx);
  if (rows.length > 0 || asked.offset === 0)
    return { items: rows.map(({ total: _, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM (${all}) line`.execute(tx);
  return { items: [], total: Number(count.rows[0]?.total ?? 0) };
}
