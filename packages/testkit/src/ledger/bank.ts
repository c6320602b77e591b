// A bank account for a test: movements put straight into the tables by the application's own role, and where each stands.
import type { CustomerId } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import { sql } from 'kysely';
import type { Portfolio } from './portfolio.ts';

/** A movement of the test; money in is positive. */
export type GivenMovement = Readonly<{
  on: string;
  cents: number;
  label?: string;
  name?: string;
  iban?: string;
  isReturn?: boolean;
  endToEndId?: string;
  mandateId?: string;
}>;

/** One account of the portfolio's company, with one statement. */
export class BankAccount {
  private readonly portfolio: Portfolio;
  private opened: Promise<{ account: number; statement: number; file: number }> | null = null;
  private movements = 0;

  constructor(portfolio: Portfolio) {
    this.portfolio = portfolio;
  }

  private open() {
    const { db, orgId, companyId } = this.portfolio;
    this.opened ??= withOrg(db, orgId, async (tx) => {
      const made = await sql<{ account: number; statement: number; file: number }>`
        WITH file AS (INSERT INTO imports (company_id, kind, file_name, sha256, status, actor)
            VALUES (${companyId}, 'camt', 'releve.xml', 'x', 'imported', 'test') RETURNING import_id),
          account AS (INSERT INTO bank_accounts (company_id, identity, iban, currency, name)
            VALUES (${companyId}, 'FR7630006000011234567890189', 'FR7630006000011234567890189', 'EUR', 'Compte courant') RETURNING bank_account_id),
          statement AS (INSERT INTO bank_statements (company_id, bank_account_id, import_id, format, balance, movements)
            SELECT ${companyId}, bank_account_id, import_id, 'camt.053.001.08', 'unknown', 0 FROM file, account RETURNING statement_id)
        SELECT bank_account_id AS account, statement_id AS statement, import_id AS file FROM file, account, statement`.execute(
        tx,
      );
      return made.rows[0]!;
    });
    return this.opened;
  }

  /** Brings a movement; returns its id. */
  async movement(given: GivenMovement): Promise<number> {
    const { account, statement, file } = await this.open();
    const { db, orgId, companyId } = this.portfolio;
    this.movements += 1;
    return withOrg(db, orgId, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        INSERT INTO bank_transactions (company_id, bank_account_id, statement_id, import_id, source_row, source_key, booked_on, cents, currency,
          label, counterparty_name, counterparty_iban, is_return, end_to_end_id, mandate_id)
        VALUES (${companyId}, ${account}, ${statement}, ${file}, ${this.movements}, gen_random_uuid(), ${given.on}, ${given.cents}, 'EUR',
          ${given.label ?? ''}, ${given.name ?? null}, ${given.iban ?? null}, ${given.isReturn ?? false}, ${given.endToEndId ?? null},
          ${given.mandateId ?? null})
        RETURNING transaction_id AS id`.execute(tx);
      return rows[0]!.id;
    });
  }

  /** Sums that must always hold, in cents: payments less money out tied to movements, movements matched (returns negative), what is open of everything. */
  async sums(): Promise<{ tied: number; matched: number; ledger: number; sound: boolean }> {
    const { db, orgId, companyId } = this.portfolio;
    return withOrg(db, orgId, async (tx) => {
      const mine = sql`org_id = current_org() AND company_id = ${companyId}`;
      const { rows } = await sql<{ tied: number; matched: number; ledger: number; sound: boolean }>`
        SELECT (SELECT coalesce(sum(m.cents * sign(t.cents)), 0)::bigint FROM bank_matches m JOIN bank_transactions t
              ON t.org_id = m.org_id AND t.transaction_id = m.transaction_id WHERE m.org_id = current_org() AND m.company_id = ${companyId}) AS tied,
          (SELECT coalesce(sum(matched_cents * sign(cents)), 0)::bigint FROM bank_transactions WHERE ${mine}) AS matched,
          (SELECT coalesce(sum(open_cents), 0)::bigint FROM receivables WHERE ${mine})
            - (SELECT coalesce(sum(open_cents), 0)::bigint FROM credit_notes WHERE ${mine})
            - (SELECT coalesce(sum(CASE direction WHEN 'in' THEN open_cents ELSE -open_cents END), 0)::bigint FROM payments WHERE ${mine}) AS ledger,
          NOT EXISTS (SELECT 1 FROM receivables r WHERE ${mine} AND r.settled_cents <> coalesce((SELECT sum(a.cents) FROM allocations a
              WHERE a.org_id = r.org_id AND a.receivable_id = r.receivable_id), 0))
            AND NOT EXISTS (SELECT 1 FROM bank_transactions t WHERE ${mine} AND t.matched_cents <> coalesce((SELECT sum(m.cents)
              FROM bank_matches m WHERE m.org_id = t.org_id AND m.transaction_id = t.transaction_id), 0)) AS sound`.execute(
        tx,
      );
      return rows[0]!;
    });
  }

  /** What each term of a customer still owes, the oldest due first. */
  async owed(customer: CustomerId): Promise<number[]> {
    const { db, orgId } = this.portfolio;
    return withOrg(db, orgId, async (tx) => {
      const { rows } = await sql<{ open: number }>`SELECT open_cents AS open FROM receivables
        WHERE org_id = current_org() AND customer_id = ${customer} ORDER BY due_on, receivable_id`.execute(tx);
      return rows.map(({ open }) => open);
    });
  }
}
