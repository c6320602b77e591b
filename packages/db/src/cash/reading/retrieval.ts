// Retrieval for matching: the facts the engine asks for, fetched by key and nothing decided. Narrowed to customers or whole.
import type { Cents, CompanyId, CreditNoteId, Currency, CustomerId, Day, ReceivableId } from '@quittance/core/kernel';
import type {
  OpenItem,
  Payer,
  PayerAlias,
  RecordedPayment,
  Transaction,
  UndoneMatch,
  UndoneRecognition,
} from '@quittance/core/reconciliation';
import { type Compilable, type RawBuilder, sql } from 'kysely';
import { streamBatches, type Tx } from '../../tx/index.ts';
import { isOfTheBooks, isWaiting } from '../conditions.ts';
import { creditItem, receivableItem } from '../stored.ts';
import { openSeen, type SeenOn, type Settled, waitingSeen } from './as-of.ts';

/** Whose facts: a company's, or those of some of its customers. */
export type MatchingScope = Readonly<{
  companyId: CompanyId;
  customerIds?: readonly CustomerId[];
  /** As of a day; now where none is said. */
  seen?: SeenOn | undefined;
}>;

const within = (scope: MatchingScope, column: RawBuilder<unknown>): RawBuilder<unknown> =>
  scope.customerIds ? sql`AND ${column} = ANY(${scope.customerIds as readonly number[]}::bigint[])` : sql``;

const isNarrow = ({ customerIds }: MatchingScope): boolean => customerIds !== undefined;

/** The rows of a query, each as it is wanted, in flat batches; a narrowed one is few. */
async function shaped<R, T>(
  tx: Tx,
  query: RawBuilder<R>,
  { isFew, shape }: Readonly<{ isFew: boolean; shape: (row: R) => T }>,
): Promise<T[]> {
  if (isFew) return (await query.execute(tx)).rows.map(shape);
  const made: T[] = [];
  const compilable: Compilable<R> = { compile: () => query.compile(tx) };
  for await (const rows of streamBatches(tx, compilable, 5_000)) for (const row of rows) made.push(shape(row));
  return made;
}

const all = <R>(tx: Tx, query: RawBuilder<R>, isFew = false): Promise<R[]> =>
  shaped<R, R>(tx, query, { isFew, shape: (row) => row });

type OpenRow = Readonly<{
  id: number;
  customerId: CustomerId;
  number: string;
  orderRef: string | null;
  openCents: number;
  currency: Currency;
  dueOn: Day;
  issuedOn: Day;
  discount: OpenItem['discount'];
}>;

const NO_REFERENCES: readonly string[] = [];

// Field by field: there are a hundred thousand of them.
const itemOf = (kind: OpenItem['kind'], row: OpenRow): OpenItem => ({
  itemId: kind === 'receivable' ? receivableItem(row.id as ReceivableId) : creditItem(row.id as CreditNoteId),
  kind,
  customerId: row.customerId,
  number: row.number,
  references: row.orderRef ? [row.orderRef] : NO_REFERENCES,
  openCents: row.openCents as Cents,
  currency: row.currency,
  dueOn: row.dueOn,
  issuedOn: row.issuedOn,
  discount: row.discount,
});

/** The discount agreed on term `r`, or null. */
const agreedDiscount = sql`CASE WHEN r.discount_cents IS NOT NULL
  THEN jsonb_build_object('cents', r.discount_cents, 'untilOn', r.discount_until_on) END`;

const TERMS: Settled = { alias: 'r', id: 'receivable_id', settled: 'settled_cents' };
const NOTES: Settled = { alias: 'c', id: 'credit_note_id', settled: 'applied_cents' };

/** Every open term and every open credit note. */
export async function listOpenItems(tx: Tx, scope: MatchingScope): Promise<OpenItem[]> {
  const isFew = isNarrow(scope);
  const term = openSeen(TERMS, scope.seen);
  const note = openSeen(NOTES, scope.seen);
  const items = await shaped<OpenRow, OpenItem>(
    tx,
    sql`SELECT r.receivable_id AS id, r.customer_id AS "customerId", i.number, i.order_ref AS "orderRef", ${term.cents} AS "openCents",
        r.currency, r.due_on AS "dueOn", r.issued_on AS "issuedOn", ${agreedDiscount} AS discount
      FROM receivables r JOIN invoices i ON i.org_id = r.org_id AND i.invoice_id = r.invoice_id
      WHERE r.org_id = current_org() AND r.company_id = ${scope.companyId} ${within(scope, sql`r.customer_id`)}
        AND ${term.isOpen}`,
    { isFew, shape: (row) => itemOf('receivable', row) },
  );
  const credits = await shaped<OpenRow, OpenItem>(
    tx,
    sql`SELECT c.credit_note_id AS id, c.customer_id AS "customerId", c.number, NULL AS "orderRef", ${note.cents} AS "openCents",
        c.currency, c.issued_on AS "dueOn", c.issued_on AS "issuedOn", NULL AS discount
      FROM credit_notes c
      WHERE c.org_id = current_org() AND c.company_id = ${scope.companyId} ${within(scope, sql`c.customer_id`)}
        AND ${note.isOpen} AND c.nature IN ('credit_note', 'opening', 'adjustment')`,
    { isFew, shape: (row) => itemOf('credit_note', row) },
  );
  for (const credit of credits) items.push(credit);
  return items;
}

/** Customers as payers; those of one SIREN are a group. */
export const listPayers = (tx: Tx, scope: MatchingScope): Promise<Payer[]> =>
  all<Payer>(
    tx,
    sql`SELECT c.customer_id AS "customerId", c.name, CASE WHEN c.iban IS NULL THEN '{}'::text[] ELSE ARRAY[c.iban] END AS ibans,
        CASE WHEN c.siren IS NOT NULL AND count(*) OVER (PARTITION BY c.siren) > 1
          THEN min(c.customer_id) OVER (PARTITION BY c.siren) END AS "groupId"
      FROM customers c WHERE c.org_id = current_org() AND c.company_id = ${scope.companyId} ${within(scope, sql`c.customer_id`)}`,
    isNarrow(scope),
  );

/** Payers that were learned and not erased. */
export const listPayerAliases = (tx: Tx, scope: MatchingScope): Promise<PayerAlias[]> =>
  all<PayerAlias>(
    tx,
    sql`SELECT a.iban, a.name, a.customer_id AS "customerId" FROM payer_aliases a
      WHERE a.org_id = current_org() AND a.company_id = ${scope.companyId} ${within(scope, sql`a.customer_id`)}
        AND a.erased_at IS NULL AND a.customer_id IS NOT NULL`,
    isNarrow(scope),
  );

/** What people undid: items (0 where a decision put money on account alone), and payments of the books that a movement is not. */
export async function listUndone(
  tx: Tx,
  scope: MatchingScope,
): Promise<{ undone: UndoneMatch[]; undoneRecognitions: UndoneRecognition[] }> {
  const undone = await all<UndoneMatch>(
    tx,
    sql`SELECT DISTINCT d.transaction_id AS "transactionId", coalesce(a.receivable_id * 2, 0) AS "itemId"
      FROM bank_decisions d
      LEFT JOIN allocations a ON a.org_id = d.org_id AND a.allocation_id = ANY(d.allocation_ids) AND a.receivable_id IS NOT NULL
      WHERE d.org_id = current_org() AND d.company_id = ${scope.companyId} AND d.undone_on IS NOT NULL`,
    true,
  );
  const undoneRecognitions = await all<UndoneRecognition>(
    tx,
    sql`SELECT DISTINCT m.transaction_id AS "transactionId", m.payment_id AS "paymentId"
      FROM bank_decisions d JOIN bank_matches m ON m.org_id = d.org_id AND m.decision_id = d.decision_id
      WHERE d.org_id = current_org() AND d.company_id = ${scope.companyId} AND d.undone_on IS NOT NULL AND m.reverses_match_id IS NULL`,
    true,
  );
  return { undone, undoneRecognitions };
}

/** Payments of the books that no movement is tied to, paid from one day to another; those a decision made are not of the books. */
export const listRecordedPayments = (
  tx: Tx,
  scope: MatchingScope,
  days: Readonly<{ from: Day; to: Day }>,
): Promise<RecordedPayment[]> =>
  all<RecordedPayment>(
    tx,
    sql`SELECT p.payment_id AS "paymentId", p.customer_id AS "customerId", p.cents, p.currency, p.paid_on AS "paidOn",
        p.open_cents AS "openCents", p.reference
      FROM payments p
      WHERE p.org_id = current_org() AND p.company_id = ${scope.companyId} ${within(scope, sql`p.customer_id`)}
        AND p.direction = 'in' AND p.purpose = 'payment' AND p.paid_on BETWEEN ${days.from} AND ${days.to} AND ${isOfTheBooks}`,
    isNarrow(scope),
  );

/** Which movements: those named, or all; as of a day, or now. */
export type WaitingAsked = Readonly<{ transactionIds?: readonly number[]; seen?: SeenOn | undefined }>;

/** Money in that waits, of what is left of it, oldest first. */
export function listWaiting(
  tx: Tx,
  companyId: CompanyId,
  { transactionIds, seen }: WaitingAsked = {},
): Promise<Transaction[]> {
  const { left, waits } = waitingSeen(seen);
  return all<Transaction>(
    tx,
    sql`SELECT t.transaction_id AS "transactionId", t.booked_on AS "bookedOn", ${left} AS cents, t.currency, t.label AS text,
        t.counterparty_name AS "payerName", t.counterparty_iban AS "payerIban", t.creditor_reference AS "creditorReference",
        CASE WHEN t.original_cents IS NOT NULL AND t.original_currency IS NOT NULL AND ${left} = t.cents
          THEN jsonb_build_object('cents', abs(t.original_cents), 'currency', t.original_currency) END AS instructed
      FROM bank_transactions t
      WHERE t.org_id = current_org() AND t.company_id = ${companyId} AND t.cents > 0 AND ${waits}
        ${transactionIds ? sql`AND t.transaction_id = ANY(${transactionIds as number[]}::bigint[])` : sql``}
      ORDER BY t.booked_on, t.transaction_id`,
    transactionIds !== undefined,
  );
}

/**
 * Movements that wait, booked until a day where one is said, whose payer is known not to be a customer, with the reason that was given; none
 * that come from the account of a customer, who may be a supplier too.
 */
export async function listKnownAside(
  tx: Tx,
  companyId: CompanyId,
  until?: Day,
): Promise<{ transactionId: number; reason: string; aliasId: number }[]> {
  const { rows } = await sql<{ transactionId: number; reason: string; aliasId: number }>`
    SELECT DISTINCT ON (t.transaction_id) t.transaction_id AS "transactionId", a.set_aside_reason AS reason, a.alias_id AS "aliasId"
    FROM bank_transactions t
    JOIN payer_aliases a ON a.org_id = t.org_id AND a.company_id = t.company_id AND a.customer_id IS NULL AND a.erased_at IS NULL
      AND (a.iban = t.counterparty_iban OR (a.iban IS NULL AND search_text(a.name) = search_text(t.counterparty_name)))
    WHERE t.org_id = current_org() AND t.company_id = ${companyId} AND ${isWaiting} AND t.matched_cents = 0 AND NOT t.is_return
      ${until === undefined ? sql`` : sql`AND t.booked_on <= ${until}`}
      AND NOT EXISTS (SELECT 1 FROM payer_aliases c WHERE c.org_id = t.org_id AND c.company_id = t.company_id AND c.erased_at IS NULL
        AND c.customer_id IS NOT NULL AND c.iban = t.counterparty_iban)
      AND NOT EXISTS (SELECT 1 FROM customers o WHERE o.org_id = t.org_id AND o.company_id = t.company_id
        AND upper(replace(o.iban, ' ', '')) = t.counterparty_iban)
    ORDER BY t.transaction_id, a.iban NULLS LAST, a.alias_id`.execute(tx);
  return rows;
}

/** Customers that the kept proposals of movements name. */
export async function listStoredCustomers(tx: Tx, transactionIds: readonly number[]): Promise<CustomerId[]> {
  const { rows } = await sql<{ id: CustomerId }>`
    SELECT DISTINCT (part ->> 'customerId')::bigint AS id
    FROM bank_proposals p CROSS JOIN jsonb_array_elements(coalesce(p.best -> 'parts', '[]') || coalesce(
      (SELECT jsonb_agg(each) FROM jsonb_array_elements(p.alternatives) a, jsonb_array_elements(a -> 'parts') each), '[]')) part
    WHERE p.org_id = current_org() AND p.transaction_id = ANY(${transactionIds as number[]}::bigint[])`.execute(tx);
  return rows.map(({ id }) => id);
}
