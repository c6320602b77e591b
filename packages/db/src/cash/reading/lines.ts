// Movements listed: by state and filters, with what was proposed; and what waits in all.
import type { CompanyId, Currency, Day } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { isWaiting } from '../conditions.ts';
import type { StoredExplanation } from '../stored.ts';

export type MovementKind = 'receipt' | 'return' | 'money_out';
export type MovementState = 'waiting' | 'applied' | 'set_aside';

/** A movement with its proposal as kept. */
export type MovementRow = Readonly<{
  transactionId: number;
  bookedOn: Day;
  valueOn: Day | null;
  cents: number;
  currency: Currency;
  openCents: number;
  kind: MovementKind;
  state: MovementState;
  label: string;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  accountId: number;
  accountName: string;
  accountIban: string | null;
  ageDays: number;
  asideReason: string | null;
  asideNote: string;
  asideBy: string | null;
  asideAt: Date | null;
  decision: 'auto' | 'suggest' | 'none' | null;
  confidence: number;
  best: StoredExplanation | null;
  alternatives: readonly StoredExplanation[];
  madeAt: Date | null;
}>;

export type LineSort = 'confidence' | 'bookedOn' | 'cents' | 'age';
export type WaitingAge = 'd0_2' | 'd3_7' | 'd8_30' | 'd31_plus';

export type LineFilter = Readonly<{
  companyId: CompanyId;
  /** The day ages are counted to. */
  on: Day;
  state: MovementState | 'all';
  kind?: MovementKind | undefined;
  accountId?: number | undefined;
  currency?: string | undefined;
  fromOn?: Day | undefined;
  toOn?: Day | undefined;
  decision?: 'auto' | 'suggest' | 'none' | undefined;
  minConfidence?: number | undefined;
  origin?: 'automatic' | 'accepted' | 'manual' | undefined;
  age?: WaitingAge | undefined;
  search?: string | undefined;
}>;

export type LinePage = Readonly<{ sort: LineSort; descending: boolean; limit: number; offset: number }>;

const kindOf = sql`CASE WHEN t.cents > 0 THEN 'receipt' WHEN t.is_return THEN 'return' ELSE 'money_out' END`;
const stateOf = sql`CASE WHEN t.set_aside_reason IS NOT NULL THEN 'set_aside' WHEN t.matched_cents < abs(t.cents) THEN 'waiting' ELSE 'applied' END`;

/** The columns of a movement `t` with account `b` and proposal `p`. */
export const movementColumns = (
  on: Day,
): RawBuilder<unknown> => sql`t.transaction_id AS "transactionId", t.booked_on AS "bookedOn",
  t.value_on AS "valueOn", t.cents, t.currency, abs(t.cents) - t.matched_cents AS "openCents", ${kindOf} AS kind, ${stateOf} AS state, t.label,
  t.counterparty_name AS "counterpartyName", t.counterparty_iban AS "counterpartyIban", b.bank_account_id AS "accountId", b.name AS "accountName",
  b.iban AS "accountIban", ${on}::date - t.booked_on AS "ageDays", t.set_aside_reason AS "asideReason", t.set_aside_note AS "asideNote",
  t.set_aside_by AS "asideBy", t.set_aside_at AS "asideAt", p.decision, coalesce(p.confidence, 0)::float8 AS confidence, p.best,
  coalesce(p.alternatives, '[]') AS alternatives, p.made_at AS "madeAt"`;

/** Their tables; what no longer waits has no proposal. */
export const movementTables = sql`bank_transactions t
  JOIN bank_accounts b ON b.org_id = t.org_id AND b.bank_account_id = t.bank_account_id
  LEFT JOIN bank_proposals p ON p.org_id = t.org_id AND p.transaction_id = t.transaction_id AND ${isWaiting}`;

const AGES: Readonly<Record<WaitingAge, readonly [number, number | null]>> = {
  d0_2: [0, 2],
  d3_7: [3, 7],
  d8_30: [8, 30],
  d31_plus: [31, null],
};

const inState: Readonly<Record<MovementState, RawBuilder<unknown>>> = {
  waiting: isWaiting,
  applied: sql`t.matched_cents > 0 AND t.set_aside_reason IS NULL AND t.matched_cents = abs(t.cents)`,
  set_aside: sql`t.set_aside_reason IS NOT NULL`,
};

const KINDS: Readonly<Record<MovementKind, RawBuilder<unknown>>> = {
  receipt: sql`t.cents > 0`,
  return: sql`t.cents < 0 AND t.is_return`,
  money_out: sql`t.cents < 0 AND NOT t.is_return`,
};

function aged(age: WaitingAge, on: Day): RawBuilder<unknown> {
  const [from, to] = AGES[age];
  return sql`t.booked_on <= ${on}::date - ${from}::int ${to === null ? sql`` : sql`AND t.booked_on >= ${on}::date - ${to}::int`}`;
}

/** Words of the label or of the payer, an IBAN, or an amount as people write it. */
function searched(text: string): RawBuilder<unknown> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const amount = /^-?\d+(?:[.,]\d{1,2})?$/.test(text.replace(/\s/g, ''))
    ? Math.round(Math.abs(Number(text.replace(/\s/g, '').replace(',', '.'))) * 100)
    : null;
  return sql`(search_text(t.label) LIKE search_text(${like}) OR search_text(t.counterparty_name) LIKE search_text(${like})
    OR t.counterparty_iban LIKE ${like.replace(/\s/g, '').toUpperCase()} ${amount === null ? sql`` : sql`OR abs(t.cents) = ${amount}`})`;
}

const when = (value: unknown, condition: () => RawBuilder<unknown>): RawBuilder<unknown>[] =>
  value === undefined || value === '' ? [] : [condition()];

function conditions(filter: LineFilter): RawBuilder<unknown> {
  const { on } = filter;
  return sql.join(
    [
      sql`t.org_id = current_org() AND t.company_id = ${filter.companyId}`,
      ...(filter.state === 'all' ? [] : [inState[filter.state]]),
      ...when(filter.kind, () => KINDS[filter.kind!]),
      ...when(filter.accountId, () => sql`t.bank_account_id = ${filter.accountId}`),
      ...when(filter.currency, () => sql`t.currency = ${filter.currency}`),
      ...when(filter.fromOn, () => sql`t.booked_on >= ${filter.fromOn}`),
      ...when(filter.toOn, () => sql`t.booked_on <= ${filter.toOn}`),
      ...when(filter.decision, () => sql`p.decision = ${filter.decision}`),
      ...when(filter.minConfidence, () => sql`p.confidence >= ${filter.minConfidence}`),
      ...when(filter.age, () => aged(filter.age!, on)),
      ...when(filter.search, () => searched(filter.search!)),
      ...when(
        filter.origin,
        () => sql`EXISTS (SELECT 1 FROM bank_decisions d WHERE d.org_id = t.org_id AND d.transaction_id = t.transaction_id
          AND d.origin = ${filter.origin} AND d.undone_on IS NULL)`,
      ),
    ],
    sql` AND `,
  );
}

const SORTS: Readonly<Record<LineSort, RawBuilder<unknown>>> = {
  confidence: sql`coalesce(p.confidence, 0)`,
  bookedOn: sql`t.booked_on`,
  cents: sql`t.cents`,
  age: sql`-(t.booked_on - DATE '2000-01-01')`,
};

/** One page of movements, and how many there are. */
export async function listMovements(
  tx: Tx,
  filter: LineFilter,
  page: LinePage,
): Promise<{ items: MovementRow[]; total: number }> {
  const where = conditions(filter);
  const way = page.descending ? sql`DESC` : sql`ASC`;
  const { rows } = await sql<MovementRow>`SELECT ${movementColumns(filter.on)} FROM ${movementTables} WHERE ${where}
    ORDER BY ${SORTS[page.sort]} ${way}, t.booked_on, t.transaction_id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    tx,
  );
  const counted = await sql<{
    total: number;
  }>`SELECT count(*)::int AS total FROM ${movementTables} WHERE ${where}`.execute(tx);
  return { items: rows, total: counted.rows[0]!.total };
}

export type WaitingSum = Readonly<{
  age: WaitingAge;
  currency: Currency;
  decision: 'auto' | 'suggest' | 'none' | 'unasked';
  count: number;
  cents: number;
}>;

/** Money in that waits, by age, currency and what the engine said. */
export async function sumWaiting(tx: Tx, companyId: CompanyId, on: Day): Promise<WaitingSum[]> {
  const { rows } = await sql<WaitingSum>`
    SELECT CASE WHEN ${on}::date - t.booked_on <= 2 THEN 'd0_2' WHEN ${on}::date - t.booked_on <= 7 THEN 'd3_7'
        WHEN ${on}::date - t.booked_on <= 30 THEN 'd8_30' ELSE 'd31_plus' END AS age,
      t.currency, coalesce(p.decision, 'unasked') AS decision, count(*)::int AS count, sum(t.cents - t.matched_cents)::bigint AS cents
    FROM bank_transactions t LEFT JOIN bank_proposals p ON p.org_id = t.org_id AND p.transaction_id = t.transaction_id
    WHERE t.org_id = current_org() AND t.company_id = ${companyId} AND t.cents > 0 AND ${isWaiting}
    GROUP BY 1, 2, 3 ORDER BY 2, 1, 3`.execute(tx);
  return rows;
}

/** Movements in that wait and whose best explanation is at least so sure, the surest first. */
export async function listSure(tx: Tx, companyId: CompanyId, minConfidence: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT t.transaction_id AS id FROM bank_transactions t
    JOIN bank_proposals p ON p.org_id = t.org_id AND p.transaction_id = t.transaction_id
    WHERE t.org_id = current_org() AND t.company_id = ${companyId} AND t.cents > 0 AND ${isWaiting} AND p.best IS NOT NULL
      AND p.confidence >= ${minConfidence}
    ORDER BY p.confidence DESC, t.booked_on, t.transaction_id`.execute(tx);
  return rows.map(({ id }) => id);
}
