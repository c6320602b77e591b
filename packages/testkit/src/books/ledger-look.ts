// A look at a company's ledger for tests: everything that must be equal when two ways lead to the same books, without ids or instants.
import type { CompanyId, OrgId } from '@quittance/core/kernel';
import { type Database, withOrg } from '@quittance/db/tx';
import { sql } from 'kysely';

/** One fact as text: kind, customer, number or reference, day, amount, open amount. */
export type Look = readonly string[];

/** The facts of a company, in order. */
export const ledgerLook = (db: Database, scope: Readonly<{ orgId: OrgId; companyId: CompanyId }>): Promise<Look> =>
  withOrg(db, scope.orgId, async (tx) => {
    const { rows } = await sql<{ line: string }>`
      SELECT concat_ws(' ', 'debt', c.ref, i.number, i.nature, i.issued_on, r.due_on, r.gross_cents, r.open_cents, CASE WHEN r.doubtful THEN 'doubtful' END) AS line
        FROM receivables r JOIN invoices i USING (org_id, invoice_id) JOIN customers c ON c.customer_id = i.customer_id WHERE r.company_id = ${scope.companyId}
      UNION ALL SELECT concat_ws(' ', 'credit', c.ref, n.number, n.nature, n.issued_on, n.gross_cents, n.open_cents)
        FROM credit_notes n JOIN customers c ON c.customer_id = n.customer_id WHERE n.company_id = ${scope.companyId}
      UNION ALL SELECT concat_ws(' ', p.direction, c.ref, p.paid_on, p.cents, p.open_cents)
        FROM payments p JOIN customers c ON c.customer_id = p.customer_id WHERE p.company_id = ${scope.companyId}
      ORDER BY line`.execute(tx);
    return rows.map((row) => row.line);
  });

/** Number of rows of the tables a company's import may touch: what must not move when nothing is to change. */
export const rowCounts = (db: Database, orgId: OrgId): Promise<Readonly<Record<string, number>>> =>
  withOrg(db, orgId, async (tx) => {
    const tables = [
      'customers',
      'contacts',
      'invoices',
      'receivables',
      'credit_notes',
      'payments',
      'allocations',
      'due_date_changes',
      'bank_accounts',
      'bank_statements',
      'bank_transactions',
      'bank_tellings',
      'payment_tellings',
    ];
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(tx);
      counts[table] = rows[0]!.n;
    }
    return counts;
  });
