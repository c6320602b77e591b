// What was decided of a bank file, stored: its statements, its new movements, and which statement told which movement.
import type { MergeDecision, ToldBy } from '@quittance/core/intake';
import type { Cents, CompanyId, Day, ImportId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { copyIn, type Tx } from '../tx/index.ts';

const decidedText = ({ position, key, as, nth, transactionIds }: MergeDecision): string =>
  as === 'new'
    ? `${position}\t${nth}\t\\N\t${key}\n`
    : transactionIds.map((id) => `${position}\t\\N\t${id}\t${as === 'batch' ? '\\N' : key}\n`).join('');

/** Stages what was decided of some lines. */
export async function stageDecisions(tx: Tx, decisions: readonly MergeDecision[]): Promise<void> {
  await copyIn(tx, 'COPY bank_decided FROM STDIN', [decisions.map(decidedText).join('')]);
}

/** A statement to keep; `statement` is its place in the file. */
export type NewStatement = Readonly<{
  statement: number;
  bankAccountId: number;
  reference: string | null;
  fromOn: Day | null;
  toOn: Day | null;
  openingOn: Day | null;
  openingCents: Cents | null;
  closingOn: Day | null;
  closingCents: Cents | null;
  balance: 'balanced' | 'unknown' | 'differs';
  /** Who told whose account it is. */
  toldBy: ToldBy;
}>;

type Scope = Readonly<{ companyId: CompanyId; importId: ImportId; format: string }>;

/** Keeps the statements; their ids in the order given. */
export async function insertStatements(
  tx: Tx,
  { companyId, importId, format }: Scope,
  statements: readonly NewStatement[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH decided AS (SELECT DISTINCT position, nth IS NULL AS known FROM bank_decided),
      counted AS (SELECT l.statement, count(*) AS movements, count(*) FILTER (WHERE d.known) AS known
        FROM bank_line l JOIN decided d ON d.position = l.position GROUP BY l.statement)
    INSERT INTO bank_statements (company_id, bank_account_id, import_id, format, reference, from_on, to_on, opening_on, opening_cents, closing_on,
      closing_cents, balance, told_by, movements, known)
    SELECT ${companyId}, g."bankAccountId", ${importId}, ${format}, g.reference, g."fromOn", g."toOn", g."openingOn", g."openingCents", g."closingOn",
      g."closingCents", g.balance, g."toldBy", coalesce(c.movements, 0), coalesce(c.known, 0)
    FROM jsonb_to_recordset(${JSON.stringify(statements)}::jsonb) AS g (statement integer, "bankAccountId" bigint, reference text, "fromOn" date,
      "toOn" date, "openingOn" date, "openingCents" bigint, "closingOn" date, "closingCents" bigint, balance text, "toldBy" text)
    LEFT JOIN counted c ON c.statement = g.statement
    ORDER BY g.statement RETURNING statement_id AS id`.execute(tx);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/** A statement of the file as it is kept. */
export type KeptStatement = Readonly<{ statement: number; statementId: number; bankAccountId: number }>;

/** Keeps the new movements, and for every line whose movement it told; returns how many are new. */
export async function insertMovements(
  tx: Tx,
  { companyId, importId }: Scope,
  kept: readonly KeptStatement[],
): Promise<number> {
  await sql`CREATE TEMP TABLE bank_kept ON COMMIT DROP AS SELECT * FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
    AS k (statement integer, "statementId" bigint, "bankAccountId" bigint)`.execute(tx);
  await sql`CREATE INDEX ON bank_decided (position)`.execute(tx);
  await sql`ANALYZE bank_kept, bank_decided`.execute(tx);
  const sourceKey = sql`md5(k."bankAccountId" || ':' || l.key || ':' || d.nth)::uuid`;
  const made = await sql`
    INSERT INTO bank_transactions (company_id, bank_account_id, statement_id, import_id, source_row, source_key, booked_on, value_on, cents,
      currency, original_cents, original_currency, bank_code, label, counterparty_name, counterparty_iban, end_to_end_id, creditor_reference,
      mandate_id, bank_reference, return_reason, is_return)
    SELECT ${companyId}, k."bankAccountId", k."statementId", ${importId}, l.row_no, ${sourceKey}, l.booked_on, l.value_on, l.cents, l.currency,
      l.original_cents, l.original_currency, l.bank_code, l.label, l.counterparty_name, l.counterparty_iban, l.end_to_end_id,
      l.creditor_reference, l.mandate_id, l.bank_reference, l.return_reason, l.is_return
    FROM bank_line l JOIN bank_decided d ON d.position = l.position AND d.nth IS NOT NULL JOIN bank_kept k ON k.statement = l.statement
    ORDER BY l.position`.execute(tx);
  await sql`
    INSERT INTO bank_tellings (statement_id, transaction_id, source_row, key)
    SELECT k."statementId", coalesce(d.transaction_id, t.transaction_id), l.row_no, d.told_as
    FROM bank_line l JOIN bank_decided d ON d.position = l.position JOIN bank_kept k ON k.statement = l.statement
    LEFT JOIN bank_transactions t ON d.nth IS NOT NULL AND t.org_id = current_org() AND t.company_id = ${companyId} AND t.source_key = ${sourceKey}
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(made.numAffectedRows ?? 0n);
}
