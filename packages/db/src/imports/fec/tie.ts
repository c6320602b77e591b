// The tie: after an import of books, what the ledger holds of them equals the balance of 411* and 416* in the file, customer by customer.
import { type Cents, sumCents } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { ledgerFacts } from './ledger-facts.ts';
import type { BooksScope } from './stage.ts';

/** A customer whose figures differ; an error of the program or of the data, never left in the ledger. */
export type Untied = Readonly<{ ref: string; fileCents: Cents; ledgerCents: Cents }>;

/**
 * The customers that do not tie, the first hundred. `carried` is what earlier sources left to those whose opening is carried. Where the file is
 * an older export of its year, only the facts it holds itself are counted.
 */
export async function listUntied(
  tx: Tx,
  scope: BooksScope,
  books: Readonly<{ isNewest: boolean; carried: readonly Readonly<{ customerId: number; cents: Cents }>[] }>,
): Promise<Untied[]> {
  const mine = books.isNewest ? [...scope.sameYear, scope.importId] : [];
  const { rows } = await sql<Untied>`
    WITH file AS (SELECT c.customer_id, sum(l.cents) AS cents FROM fec_line l
        JOIN customers c ON c.org_id = current_org() AND c.company_id = ${scope.companyId} AND c.ref = l.customer_ref GROUP BY c.customer_id),
      ledger AS (SELECT customer_id, sum(cents) AS cents FROM (
          SELECT f.customer_id, f.cents FROM ${ledgerFacts(scope.companyId)} f
          WHERE f.import_id = ANY(${mine}::bigint[]) OR f.source_key IN (SELECT key FROM fec_fact WHERE NOT is_carried)
          UNION ALL SELECT "customerId", cents
          FROM jsonb_to_recordset(${JSON.stringify(books.carried)}::jsonb) AS k ("customerId" bigint, cents bigint)
        ) x GROUP BY customer_id)
    SELECT c.ref, coalesce(f.cents, 0)::bigint AS "fileCents", coalesce(l.cents, 0)::bigint AS "ledgerCents"
    FROM file f FULL JOIN ledger l ON l.customer_id = f.customer_id
    JOIN customers c ON c.org_id = current_org() AND c.customer_id = coalesce(f.customer_id, l.customer_id)
    WHERE coalesce(f.cents, 0) <> coalesce(l.cents, 0) ORDER BY c.ref LIMIT 100`.execute(tx);
  return rows;
}

/** The balance of the customer accounts of a file, whole and for each of 411 and 416 that has lines. */
export type FileBalance = Readonly<{
  cents: Cents;
  lines: number;
  accounts: readonly Readonly<{ account: '411' | '416'; cents: Cents }>[];
}>;

/** The balance of 411* and 416* in the file, and how many lines make it. */
export async function readFileBalance(tx: Tx): Promise<FileBalance> {
  const { rows } = await sql<{ account: '411' | '416'; cents: Cents; lines: number }>`
    SELECT CASE WHEN doubtful THEN '416' ELSE '411' END AS account, sum(cents)::bigint AS cents, count(*) AS lines
    FROM fec_line GROUP BY doubtful ORDER BY 1`.execute(tx);
  return {
    cents: sumCents(rows.map((row) => row.cents)),
    lines: rows.reduce((all, row) => all + row.lines, 0),
    accounts: rows.map(({ account, cents }) => ({ account, cents })),
  };
}
