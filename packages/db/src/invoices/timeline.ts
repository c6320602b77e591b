// The history of an invoice: everything that happened to it, from every table that remembers, in order.
import type { ActionId, Day, InvoiceId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type TimelineRow = Readonly<{
  kind:
    | 'issued'
    | 'imported'
    | 'payment'
    | 'credit_note'
    | 'undone'
    | 'due_changed'
    | 'discount_agreed'
    | 'discount_removed'
    | 'reminder'
    | 'call'
    | 'hold'
    | 'released'
    | 'note'
    | 'document';
  on: Day;
  /** When it was recorded; null where only the day is known. */
  at: Date | null;
  cents: number | null;
  /** Number, file name, reason in words, note or outcome, as the kind says. */
  text: string;
  /** A code to word: channel, reason of a hold, outcome of a call. */
  code: string | null;
  /** Another code beside it: the tone, the state of a message. */
  state: string | null;
  /** A second day: the new due date, the end of a hold. */
  untilOn: Day | null;
  actionId: ActionId | null;
  author: string | null;
}>;

const MOST = 500;

/** Newest first, at most 500. */
export async function listTimelineOf(tx: Tx, invoiceId: InvoiceId): Promise<TimelineRow[]> {
  const terms = sql`(SELECT receivable_id FROM receivables WHERE org_id = current_org() AND invoice_id = ${invoiceId})`;
  const { rows } = await sql<TimelineRow>`
    SELECT * FROM (
      SELECT 'issued' AS kind, i.issued_on AS "on", NULL::timestamptz AS at, i.gross_cents AS cents, i.number AS text, NULL::text AS code,
        NULL::text AS state, NULL::date AS "untilOn", NULL::bigint AS "actionId", NULL::text AS author
      FROM invoices i WHERE i.org_id = current_org() AND i.invoice_id = ${invoiceId}
      UNION ALL
      SELECT 'imported', p.started_at::date, p.started_at, NULL, p.file_name, NULL, NULL, NULL, NULL, p.actor
      FROM invoices i JOIN imports p ON p.org_id = i.org_id AND p.import_id = i.import_id
      WHERE i.org_id = current_org() AND i.invoice_id = ${invoiceId}
      UNION ALL
      SELECT CASE WHEN a.reverses_allocation_id IS NOT NULL THEN CASE WHEN EXISTS (SELECT 1 FROM payment_deeds d WHERE d.org_id = a.org_id
            AND d.payment_id = a.payment_id AND d.kind = 'return' AND a.reverses_allocation_id = ANY(d.freed_ids)) THEN 'returned' ELSE 'undone' END
          WHEN n.nature IN ('write_off', 'discount', 'bank_fee', 'exchange', 'waiver') THEN n.nature WHEN a.payment_id IS NULL THEN 'credit_note' ELSE 'payment' END,
        a.allocated_on, a.recorded_at, abs(a.cents), coalesce(n.number, p.reference, ''), NULL, nullif(a.reason, ''), NULL, NULL, a.actor
      FROM allocations a LEFT JOIN payments p ON p.org_id = a.org_id AND p.payment_id = a.payment_id
      LEFT JOIN credit_notes n ON n.org_id = a.org_id AND n.credit_note_id = a.credit_note_id
      WHERE a.org_id = current_org() AND a.receivable_id IN ${terms}
      UNION ALL
      SELECT 'due_changed', d.changed_on, d.recorded_at, NULL, d.reason, NULL, d.old_due_on::text, d.new_due_on, NULL, d.actor
      FROM due_date_changes d WHERE d.org_id = current_org() AND d.receivable_id IN ${terms}
      UNION ALL
      SELECT replace(e.kind, 'receivable.', ''), e.at_text::timestamptz::date, e.at_text::timestamptz, (e.payload::jsonb ->> 'cents')::bigint,
        coalesce(e.payload::jsonb ->> 'note', ''), NULL, NULL, (e.payload::jsonb ->> 'untilOn')::date, NULL, e.actor
      FROM events e WHERE e.org_id = current_org() AND e.subject_type = 'receivable' AND e.kind LIKE 'receivable.discount%'
        AND e.subject_id IN (SELECT t.receivable_id::text FROM ${terms} t)
      UNION ALL
      SELECT 'reminder', coalesce(a.done_on, a.planned_on), a.done_at, (SELECT sum(t.cents)::bigint FROM action_items t WHERE t.org_id = a.org_id
        AND t.action_id = a.action_id AND t.receivable_id IN ${terms}), a.tone, a.channel, a.state, NULL, a.action_id, a.approved_by
      FROM actions a WHERE a.org_id = current_org() AND a.action_id IN (SELECT t.action_id FROM action_items t
        WHERE t.org_id = current_org() AND t.receivable_id IN ${terms})
      UNION ALL
      SELECT 'call', k.done_on, NULL, NULL, coalesce(k.note, ''), k.outcome, NULL, NULL, k.action_id, k.done_by
      FROM tasks k WHERE k.org_id = current_org() AND k.state = 'done' AND k.done_on IS NOT NULL AND k.action_id IN (SELECT t.action_id
        FROM action_items t WHERE t.org_id = current_org() AND t.receivable_id IN ${terms})
      UNION ALL
      SELECT 'hold', h.from_on, h.recorded_at, h.cents, h.note, h.reason, NULL, h.until_on, NULL, h.author
      FROM holds h WHERE h.org_id = current_org() AND h.receivable_id IN ${terms}
      UNION ALL
      SELECT 'released', h.lifted_on, NULL, NULL, '', h.reason, NULL, NULL, NULL, h.lifted_by
      FROM holds h WHERE h.org_id = current_org() AND h.lifted_on IS NOT NULL AND h.receivable_id IN ${terms}
      UNION ALL
      SELECT 'note', o.written_at::date, o.written_at, NULL, o.text, NULL, NULL, NULL, NULL, o.author
      FROM notes o WHERE o.org_id = current_org() AND o.invoice_id = ${invoiceId} AND o.removed_at IS NULL
      UNION ALL
      SELECT 'document', e.at_text::timestamptz::date, e.at_text::timestamptz, NULL, coalesce(e.payload::jsonb ->> 'fileName', ''),
        replace(e.kind, 'invoice.document_', ''), NULL, NULL, NULL, e.actor
      FROM events e WHERE e.org_id = current_org() AND e.subject_type = 'invoice' AND e.subject_id = ${String(invoiceId)}
        AND e.kind LIKE 'invoice.document%'
    ) happened ORDER BY "on" DESC, at DESC NULLS LAST LIMIT ${MOST}`.execute(tx);
  return rows;
}
