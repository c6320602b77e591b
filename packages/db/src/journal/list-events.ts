// The journal read for people: lines newest first, by subject, kind, author, days or text; each with what it is about, by name.
import { type RawBuilder, sql } from 'kysely';
import { streamRows, type Tx } from '../tx/index.ts';

/** A line of the journal. `subject` is `type:id`. */
export type EventRow = Readonly<{
  seq: number;
  at: string;
  author: string;
  kind: string;
  subject: string;
  facts: unknown;
  hash: string;
}>;

/** A line with the name of what it is about, and the customer behind it; null where that is gone or has none. */
export type NamedEventRow = EventRow &
  Readonly<{
    subjectName: string | null;
    customerId: number | null;
    /** Numbers of the first invoices its facts are about. */
    invoices: readonly string[];
  }>;

/** `subject` is `type:id`; `kind` is whole or its first word; `author` an actor (`user:…`, `worker`); days are UTC, both included;
 * `search` looks in kind and facts. */
export type EventFilter = Readonly<{
  subject?: string;
  search?: string;
  kind?: string;
  author?: string;
  from?: string;
  to?: string;
}>;

const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function matching({ subject, search, kind, author, from, to }: EventFilter): RawBuilder<unknown> {
  const [type = '', ...id] = subject?.split(':') ?? [];
  return sql`org_id = current_org()
    ${subject ? sql`AND subject_type = ${type} AND subject_id = ${id.join(':')}` : sql``}
    ${kind ? sql`AND (kind = ${kind} OR kind LIKE ${`${literally(kind)}.%`})` : sql``}
    ${author ? sql`AND actor = ${author}` : sql``}
    ${from ? sql`AND at_text >= ${from}` : sql``}
    ${to ? sql`AND at_text < ${`${to}U`}` : sql``}
    ${search ? sql`AND (kind || ' ' || subject_id || ' ' || payload) ILIKE ${`%${literally(search)}%`}` : sql``}`;
}

const columns = sql`seq, at_text AS "at", actor AS author, kind, subject_type || ':' || subject_id AS subject, payload::jsonb AS facts, hash`;

/** Invoices named on a line. */
const MOST_INVOICES = 4;

// Names are looked up for the lines of a page alone.
const named = (page: RawBuilder<unknown>) => sql<NamedEventRow>`
  SELECT e.seq, e.at, e.author, e.kind, e.subject, e.facts, e.hash, coalesce(s.name, c.name) AS "subjectName", c.customer_id AS "customerId",
    ARRAY(SELECT DISTINCT i.number FROM invoices i WHERE i.org_id = current_org() AND i.invoice_id IN (
      SELECT v::text::bigint FROM jsonb_path_query(e.facts, '$.invoiceIds[*] ? (@.type() == "number")') v
      UNION ALL SELECT r.invoice_id FROM receivables r WHERE r.org_id = current_org() AND r.receivable_id IN (
        SELECT v::text::bigint FROM jsonb_path_query(e.facts, '$.receivableId ? (@.type() == "number")') v
        UNION ALL SELECT v::text::bigint FROM jsonb_path_query(e.facts, '$.receivableIds[*] ? (@.type() == "number")') v
        UNION ALL SELECT v::text::bigint FROM jsonb_path_query(e.facts, '$.parts[*].receivableId ? (@.type() == "number")') v
        UNION ALL SELECT v::text::bigint FROM jsonb_path_query(e.facts, '$.parts[*].allocations[*].receivableId ? (@.type() == "number")') v)
      ) ORDER BY 1 LIMIT ${MOST_INVOICES}::int) AS invoices
  FROM (${page}) e
  LEFT JOIN LATERAL (SELECT split_part(e.subject, ':', 1) AS type,
    CASE WHEN e.subject ~ '^[a-z_]+:[0-9]{1,18}$' THEN split_part(e.subject, ':', 2)::bigint END AS id) k ON true
  LEFT JOIN LATERAL (
    SELECT NULL::text AS name, id AS customer_id WHERE k.type = 'customer'
    UNION ALL SELECT number, customer_id FROM invoices WHERE k.type = 'invoice' AND org_id = current_org() AND invoice_id = k.id
    UNION ALL SELECT name, customer_id FROM contacts WHERE k.type = 'contact' AND org_id = current_org() AND contact_id = k.id
    UNION ALL SELECT NULL, customer_id FROM actions WHERE k.type = 'action' AND org_id = current_org() AND action_id = k.id
    UNION ALL SELECT NULL, customer_id FROM holds WHERE k.type = 'hold' AND org_id = current_org() AND hold_id = k.id
    UNION ALL SELECT NULL, customer_id FROM payments WHERE k.type = 'payment' AND org_id = current_org() AND payment_id = k.id
    UNION ALL SELECT NULL, customer_id FROM announced_payments
      WHERE k.type = 'announcement' AND org_id = current_org() AND announcement_id = k.id
    UNION ALL SELECT i.number, l.customer_id FROM late_fee_claims l JOIN invoices i USING (org_id, invoice_id)
      WHERE k.type = 'claim' AND l.org_id = current_org() AND l.claim_id = k.id
    UNION ALL SELECT NULL, customer_id FROM tasks WHERE k.type = 'task' AND org_id = current_org() AND task_id = k.id
    UNION ALL SELECT NULL, customer_id FROM notes WHERE k.type = 'note' AND org_id = current_org() AND note_id = k.id
    UNION ALL SELECT name, customer_id FROM customer_documents WHERE k.type = 'document' AND org_id = current_org() AND document_id = k.id
    UNION ALL SELECT i.number, r.customer_id FROM receivables r JOIN invoices i USING (org_id, invoice_id)
      WHERE k.type = 'receivable' AND r.org_id = current_org() AND r.receivable_id = k.id
    UNION ALL SELECT name, NULL FROM companies WHERE k.type = 'company' AND org_id = current_org() AND company_id = k.id
    UNION ALL SELECT coalesce(nullif(left(btrim(label), 60), ''), counterparty_name, ''), NULL FROM bank_transactions
      WHERE k.type = 'movement' AND org_id = current_org() AND transaction_id = k.id
    UNION ALL SELECT file_name, NULL FROM imports WHERE k.type = 'import' AND org_id = current_org() AND import_id = k.id
    UNION ALL SELECT u.name, NULL FROM auth.users u WHERE k.type = 'user' AND u.id = split_part(e.subject, ':', 2)
  ) s ON true
  LEFT JOIN customers c ON c.org_id = current_org() AND c.customer_id = s.customer_id
  ORDER BY e.seq DESC`;

/** A page of the organization's journal, with the number of all that match. */
export async function listEvents(
  tx: Tx,
  { limit, offset, ...filter }: EventFilter & Readonly<{ limit: number; offset: number }>,
): Promise<{ items: NamedEventRow[]; total: number }> {
  const where = matching(filter);
  const page = sql`SELECT ${columns} FROM events WHERE ${where} ORDER BY seq DESC LIMIT ${limit} OFFSET ${offset}`;
  const { rows } = await named(page).execute(tx);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM events WHERE ${where}`.execute(tx);
  return { items: rows, total: Number(count.rows[0]?.total ?? 0) };
}

/** All lines that match, oldest first, one by one. */
export const streamEvents = (tx: Tx, filter: EventFilter): AsyncGenerator<EventRow> =>
  streamRows<EventRow>(tx, {
    compile: () => sql<EventRow>`SELECT ${columns} FROM events WHERE ${matching(filter)} ORDER BY seq`.compile(tx),
  });
