// What is known of an account where a file touches it: its movements, with the statements and the words that told them.
import type { StatementSpan, StoredMovement } from '@quittance/core/intake';
import type { Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { TRAITS } from './traits.ts';

/** A known statement that begins or ends on one of the days where the file's statements do. */
export type NeighbourStatement = StatementSpan & Readonly<{ statementId: number }>;

/** Those of an account. */
export async function listNeighbours(
  tx: Tx,
  bankAccountId: number,
  days: Readonly<{ from: readonly Day[]; to: readonly Day[] }>,
): Promise<NeighbourStatement[]> {
  const { rows } = await sql<NeighbourStatement>`SELECT statement_id AS "statementId", opening_cents AS "openingCents",
      closing_cents AS "closingCents", from_on AS "fromOn", to_on AS "toOn"
    FROM bank_statements WHERE org_id = current_org() AND bank_account_id = ${bankAccountId} AND NOT is_withdrawn
      AND (to_on = ANY(${[...days.from]}::date[]) OR from_on = ANY(${[...days.to]}::date[])) ORDER BY statement_id`.execute(
    tx,
  );
  return rows;
}

/** A known movement without its own key, which its traits make. */
export type KnownMovement = Omit<StoredMovement, 'key'>;

/** The movements of an account on those days, in the order they became known; `near` are the statements worth naming. */
export async function listKnownMovements(
  tx: Tx,
  bankAccountId: number,
  among: Readonly<{ from: Day; to: Day; near: readonly number[] }>,
): Promise<KnownMovement[]> {
  const { rows } = await sql<KnownMovement>`
    SELECT t.transaction_id AS "transactionId", s.format, ${TRAITS},
      coalesce(k.told_as, '{}') AS "toldAs", coalesce(k.statements, '{}') AS statements, coalesce(k.perhaps, '{}') AS perhaps
    FROM bank_transactions t
    JOIN bank_statements s ON s.org_id = t.org_id AND s.statement_id = t.statement_id
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT l.key::text) FILTER (WHERE l.key IS NOT NULL) AS told_as,
        array_agg(l.statement_id) FILTER (WHERE b.format = s.format AND l.statement_id = ANY(${[...among.near]}::bigint[])) AS statements,
        array_agg(l.statement_id) FILTER (WHERE b.format <> s.format AND l.statement_id = ANY(${[...among.near]}::bigint[])) AS perhaps
      FROM bank_tellings l JOIN bank_statements b ON b.org_id = l.org_id AND b.statement_id = l.statement_id
      WHERE l.org_id = t.org_id AND l.transaction_id = t.transaction_id
    ) k ON true
    WHERE t.org_id = current_org() AND t.bank_account_id = ${bankAccountId} AND t.booked_on BETWEEN ${among.from} AND ${among.to}
    ORDER BY t.transaction_id`.execute(tx);
  return rows;
}
