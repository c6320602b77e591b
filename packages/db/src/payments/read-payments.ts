// Payments read: a page of them, or of what is not applied, and sums of what is not applied by age.
import type { CompanyId, Currency, CustomerId, Day, PaymentId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** One payment in a list. */
export type PaymentRow = Readonly<{
  paymentId: PaymentId;
  customerId: CustomerId;
  customerRef: string;
  customerName: string;
  direction: 'in' | 'out';
  purpose: string;
  origin: 'bank' | 'file' | 'hand';
  on: Day;
  cents: number;
  openCents: number;
  returnedCents: number;
  /** Taken back as a whole: it was no payment, or not this customer's. */
  isCancelled: boolean;
  currency: Currency;
  method: string;
  reference: string;
  ageDays: number;
}>;

export type UnappliedAge = 'd0_7' | 'd8_30' | 'd31_90' | 'd91_plus';

export type PaymentFilter = Readonly<{
  companyId: CompanyId;
  /** Today: ages are counted from it. */
  today: Day;
  view: 'unapplied' | 'all' | 'returned';
  search?: string | undefined;
  customerId?: CustomerId | undefined;
  age?: UnappliedAge | undefined;
  sort: string;
  limit: number;
  offset: number;
}>;

const AGE = (today: Day): RawBuilder<unknown> => sql`CASE WHEN ${today}::date - p.paid_on <= 7 THEN 'd0_7'
  WHEN ${today}::date - p.paid_on <= 30 THEN 'd8_30' WHEN ${today}::date - p.paid_on <= 90 THEN 'd31_90' ELSE 'd91_plus' END`;

/** Columns of a payment `p` with its customer `c`. */
export const paymentColumns = (
  today: Day,
): RawBuilder<unknown> => sql`p.payment_id AS "paymentId", p.customer_id AS "customerId", c.ref AS "customerRef",
  c.name AS "customerName", p.direction, p.purpose, CASE WHEN EXISTS (SELECT 1 FROM bank_matches m WHERE m.org_id = p.org_id
    AND m.payment_id = p.payment_id) THEN 'bank' WHEN p.import_id IS NOT NULL THEN 'file' ELSE 'hand' END AS origin, p.paid_on AS "on", p.cents,
  p.open_cents AS "openCents", coalesce((SELECT sum(a.cents)::bigint FROM allocations a JOIN payments o ON o.org_id = a.org_id
    AND o.payment_id = a.refund_id AND o.purpose = 'return' WHERE a.org_id = p.org_id AND a.payment_id = p.payment_id), 0) AS "returnedCents",
  EXISTS (SELECT 1 FROM payments o WHERE o.org_id = p.org_id AND o.customer_id = p.customer_id AND o.reverses_payment_id = p.payment_id AND o.direction = 'out'
    AND o.purpose IN ('cancelled', 'misattributed')) AS "isCancelled", p.currency, coalesce(p.method, '') AS method, coalesce(p.reference, '') AS reference, greatest(${today}::date - p.paid_on, 0) AS "ageDays"`;

const within = ({ companyId, customerId, search }: PaymentFilter): RawBuilder<unknown> => sql`
  p.org_id = current_org() AND p.company_id = ${companyId} ${customerId === undefined ? sql`` : sql`AND p.customer_id = ${customerId}`}
  ${
    search
      ? sql`AND (strpos(lower(coalesce(p.reference, '')), lower(${search})) > 0 OR strpos(lower(c.name), lower(${search})) > 0
    OR lower(c.ref) = lower(${search}))`
      : sql``
  }`;

const UNAPPLIED = sql`p.direction = 'in' AND p.applied_cents < p.cents`;

const shown = ({ view, age, today }: PaymentFilter): RawBuilder<unknown> => {
  const aged = age === undefined ? sql`` : sql`AND ${AGE(today)} = ${age}`;
  if (view === 'unapplied') return sql`AND ${UNAPPLIED} ${aged}`;
  return view === 'returned' ? sql`AND p.direction = 'out' AND p.purpose = 'return' ${aged}` : aged;
};

const SORTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  on: sql`p.paid_on`,
  open: sql`p.open_cents`,
  cents: sql`p.cents`,
  customer: sql`lower(c.name)`,
};

const order = (sort: string): RawBuilder<unknown> => {
  const key = SORTS[sort.replace(/^-/, '')] ?? SORTS.on!;
  return sort.startsWith('-') ? sql`${key} DESC, p.payment_id DESC` : sql`${key}, p.payment_id`;
};

const FROM = sql`payments p JOIN customers c ON c.org_id = p.org_id AND c.customer_id = p.customer_id`;

/** A page of payments with the number of all that match. */
export async function listPayments(tx: Tx, filter: PaymentFilter): Promise<{ items: PaymentRow[]; total: number }> {
  const { rows } =
    await sql<PaymentRow>`SELECT ${paymentColumns(filter.today)} FROM ${FROM} WHERE ${within(filter)} ${shown(filter)}
    ORDER BY ${order(filter.sort)} LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(tx);
  const count = await sql<{
    total: number;
  }>`SELECT count(*) AS total FROM ${FROM} WHERE ${within(filter)} ${shown(filter)}`.execute(tx);
  return { items: rows, total: Number(count.rows[0]!.total) };
}

/** What is not applied in one currency, by age, under the same search and customer. */
export async function readUnappliedAges(
  tx: Tx,
  filter: PaymentFilter,
  currency: Currency,
): Promise<{ age: UnappliedAge; count: number; openCents: number }[]> {
  const { rows } = await sql<{ age: UnappliedAge; count: number; openCents: number }>`
    SELECT ${AGE(filter.today)} AS age, count(*)::int AS count, sum(p.open_cents)::bigint AS "openCents" FROM ${FROM}
    WHERE ${within(filter)} AND ${UNAPPLIED} AND p.currency = ${currency} GROUP BY 1 ORDER BY min(${filter.today}::date - p.paid_on)`.execute(
    tx,
  );
  return rows;
}
