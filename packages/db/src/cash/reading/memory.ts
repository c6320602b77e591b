// Memory read: payers that were learned, and how customers are used to pay.
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import type { Evidence } from '@quittance/core/reconciliation';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import type { CustomerName } from './names.ts';

export type AliasRow = Readonly<{
  aliasId: number;
  customer: CustomerName | null;
  setAsideReason: string | null;
  iban: string | null;
  payerName: string | null;
  times: number;
  learnedFrom: Readonly<{ transactionId: number; bookedOn: Day; label: string }> | null;
  actor: string;
  learnedAt: Date;
  lastUsedOn: Day;
  erasedAt: Date | null;
  erasedBy: string | null;
}>;

export type AliasFilter = Readonly<{
  companyId: CompanyId;
  erased: boolean;
  search?: string | undefined;
  customerId?: CustomerId | undefined;
  kind?: 'customer' | 'set_aside' | undefined;
}>;

type Page = Readonly<{ limit: number; offset: number }>;

const likeOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const ALIASES = sql`payer_aliases a
  LEFT JOIN customers c ON c.org_id = a.org_id AND c.customer_id = a.customer_id
  LEFT JOIN bank_transactions t ON t.org_id = a.org_id AND t.transaction_id = a.learned_from`;

const COLUMNS = sql`a.alias_id AS "aliasId", CASE WHEN c.customer_id IS NOT NULL
    THEN jsonb_build_object('customerId', c.customer_id, 'ref', c.ref, 'name', c.name) END AS customer,
  a.set_aside_reason AS "setAsideReason", a.iban, a.name AS "payerName", a.times, CASE WHEN t.transaction_id IS NOT NULL
    THEN jsonb_build_object('transactionId', t.transaction_id, 'bookedOn', t.booked_on, 'label', t.label) END AS "learnedFrom",
  a.actor, a.learned_at AS "learnedAt", a.last_used_on AS "lastUsedOn", a.erased_at AS "erasedAt", a.erased_by AS "erasedBy"`;

function conditions({ companyId, erased, search, customerId, kind }: AliasFilter): RawBuilder<unknown> {
  const all = [sql`a.org_id = current_org() AND a.company_id = ${companyId}`];
  all.push(erased ? sql`a.erased_at IS NOT NULL` : sql`a.erased_at IS NULL`);
  if (customerId !== undefined) all.push(sql`a.customer_id = ${customerId}`);
  if (kind) all.push(kind === 'customer' ? sql`a.customer_id IS NOT NULL` : sql`a.customer_id IS NULL`);
  if (search) {
    const like = likeOf(search);
    all.push(sql`(search_text(a.name) LIKE search_text(${like}) OR a.iban LIKE ${like.replace(/\s/g, '').toUpperCase()}
      OR c.search_name LIKE search_text(${like}) OR lower(c.ref) LIKE lower(${like}))`);
  }
  return sql.join(all, sql` AND `);
}

/** Learned payers, the latest first. */
export async function listAliases(
  tx: Tx,
  filter: AliasFilter,
  { limit, offset }: Page,
): Promise<{ items: AliasRow[]; total: number }> {
  const where = conditions(filter);
  const { rows } = await sql<AliasRow>`SELECT ${COLUMNS} FROM ${ALIASES} WHERE ${where}
    ORDER BY a.learned_at DESC, a.alias_id DESC LIMIT ${limit} OFFSET ${offset}`.execute(tx);
  const counted = await sql<{ total: number }>`SELECT count(*)::int AS total FROM ${ALIASES} WHERE ${where}`.execute(
    tx,
  );
  return { items: rows, total: counted.rows[0]!.total };
}

/** One of them, or undefined. */
export async function findAlias(tx: Tx, companyId: CompanyId, aliasId: number): Promise<AliasRow | undefined> {
  const { rows } = await sql<AliasRow>`SELECT ${COLUMNS} FROM ${ALIASES}
    WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.alias_id = ${aliasId}`.execute(tx);
  return rows[0];
}

export type HabitRow = Readonly<{
  customer: CustomerName;
  habits: readonly Readonly<{ habit: Evidence; times: number; lastOn: Day }>[];
}>;

/** How customers are used to pay, by name. */
export async function listHabits(
  tx: Tx,
  filter: Readonly<{ companyId: CompanyId; search?: string | undefined; customerId?: CustomerId | undefined }>,
  { limit, offset }: Page,
): Promise<{ items: HabitRow[]; total: number }> {
  const narrow = [sql`h.org_id = current_org() AND h.company_id = ${filter.companyId}`];
  if (filter.customerId !== undefined) narrow.push(sql`h.customer_id = ${filter.customerId}`);
  if (filter.search) {
    const like = likeOf(filter.search);
    narrow.push(sql`(c.search_name LIKE search_text(${like}) OR lower(c.ref) LIKE lower(${like}))`);
  }
  const from = sql`payment_habits h JOIN customers c ON c.org_id = h.org_id AND c.customer_id = h.customer_id
    WHERE ${sql.join(narrow, sql` AND `)}`;
  const { rows } = await sql<HabitRow>`
    SELECT jsonb_build_object('customerId', c.customer_id, 'ref', c.ref, 'name', c.name) AS customer,
      jsonb_agg(jsonb_build_object('habit', h.habit, 'times', h.times, 'lastOn', h.last_on) ORDER BY h.times DESC, h.habit) AS habits
    FROM ${from} GROUP BY c.customer_id, c.ref, c.name ORDER BY c.name, c.customer_id LIMIT ${limit} OFFSET ${offset}`.execute(
    tx,
  );
  const counted = await sql<{ total: number }>`SELECT count(DISTINCT h.customer_id)::int AS total FROM ${from}`.execute(
    tx,
  );
  return { items: rows, total: counted.rows[0]!.total };
}
