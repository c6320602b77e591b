// Withdrawing a bank file, written: its statements tell nothing any more; movements that no other one tells are set aside. Only use cases write.
import type { Cents, CompanyId, Currency, ImportId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A bank file as it is withdrawn or put back. */
export type BankFile = Readonly<{
  fileName: string;
  status: string;
  statements: number;
  /** It brought other facts too, customers or invoices: it is no bank file alone. */
  isMixed: boolean;
  /** Another bank file came in after it was withdrawn: what they share was decided without it. */
  isOvertaken: boolean;
}>;

/** Locks the import until the transaction ends; undefined where the company has none such. */
export async function lockBankFile(tx: Tx, companyId: CompanyId, importId: ImportId): Promise<BankFile | undefined> {
  const { rows } = await sql<BankFile>`SELECT i.file_name AS "fileName", i.status,
      (SELECT count(*) FROM bank_statements s WHERE s.org_id = i.org_id AND s.import_id = i.import_id) AS statements,
      EXISTS (SELECT 1 FROM jsonb_each(i.counts) c WHERE c.key <> 'transactions'
        AND ((c.value->>'created')::int > 0 OR (c.value->>'updated')::int > 0)) AS "isMixed",
      EXISTS (SELECT 1 FROM imports n JOIN bank_statements s ON s.org_id = n.org_id AND s.import_id = n.import_id
        WHERE n.org_id = i.org_id AND n.company_id = i.company_id AND n.status = 'imported' AND n.import_id > i.withdrawn_after) AS "isOvertaken"
    FROM imports i WHERE i.org_id = current_org() AND i.company_id = ${companyId} AND i.import_id = ${importId} FOR UPDATE OF i`.execute(
    tx,
  );
  return rows[0];
}

/** A movement of a file: `isAlone` where no other statement that stands tells it. */
export type ToldMovement = Readonly<{ transactionId: number; isAlone: boolean }>;

/** The movements that a file tells, but doubles, which count nowhere. */
export async function listToldBy(tx: Tx, importId: ImportId): Promise<ToldMovement[]> {
  const { rows } = await sql<ToldMovement>`
    SELECT t.transaction_id AS "transactionId", NOT EXISTS (SELECT 1 FROM bank_tellings o
        JOIN bank_statements b ON b.org_id = o.org_id AND b.statement_id = o.statement_id
        WHERE o.org_id = t.org_id AND o.transaction_id = t.transaction_id AND b.import_id <> ${importId} AND NOT b.is_withdrawn) AS "isAlone"
    FROM bank_transactions t WHERE t.org_id = current_org() AND t.set_aside_reason IS DISTINCT FROM 'told_twice'
      AND t.transaction_id IN (SELECT l.transaction_id FROM bank_tellings l
        JOIN bank_statements s ON s.org_id = l.org_id AND s.statement_id = l.statement_id
        WHERE l.org_id = current_org() AND s.import_id = ${importId})
    ORDER BY t.transaction_id`.execute(tx);
  return rows;
}

/** What is matched of some movements, in all, by currency; and the decisions that did it, the newest first. */
export type MatchedMoney = Readonly<{
  decisionIds: readonly number[];
  sums: readonly Readonly<{ currency: Currency; cents: Cents }>[];
}>;

/** That of those movements. */
export async function readMatchedMoney(tx: Tx, transactionIds: readonly number[]): Promise<MatchedMoney> {
  const ids = [...transactionIds];
  const decided = await sql<{ id: number }>`SELECT decision_id AS id FROM bank_decisions WHERE org_id = current_org()
    AND transaction_id = ANY(${ids}::bigint[]) AND undone_on IS NULL ORDER BY decision_id DESC`.execute(tx);
  const sums = await sql<
    MatchedMoney['sums'][number]
  >`SELECT currency, sum(matched_cents)::bigint AS cents FROM bank_transactions
    WHERE org_id = current_org() AND transaction_id = ANY(${ids}::bigint[]) AND matched_cents > 0 GROUP BY currency ORDER BY currency`.execute(
    tx,
  );
  return { decisionIds: decided.rows.map(({ id }) => id), sums: sums.rows };
}

/** Says that a file is withdrawn, by whom; or, by nobody, that it stands again. */
export async function markFileWithdrawn(tx: Tx, importId: ImportId, by: string | null): Promise<void> {
  const isWithdrawn = by !== null;
  await sql`UPDATE imports SET status = ${isWithdrawn ? 'withdrawn' : 'imported'}, withdrawn_by = ${by},
      withdrawn_at = CASE WHEN ${isWithdrawn} THEN recorded_now() END,
      withdrawn_after = CASE WHEN ${isWithdrawn} THEN (SELECT max(n.import_id) FROM imports n WHERE n.org_id = current_org()) END
    WHERE org_id = current_org() AND import_id = ${importId}`.execute(tx);
  await sql`UPDATE bank_statements SET is_withdrawn = ${isWithdrawn}
    WHERE org_id = current_org() AND import_id = ${importId}`.execute(tx);
}

/** Sets the movements aside that count no more; why they were set aside before is kept. */
export async function setMovementsWithdrawn(
  tx: Tx,
  transactionIds: readonly number[],
  by: Readonly<{ actor: string; reason: string }>,
): Promise<void> {
  await sql`UPDATE bank_transactions SET aside_before = CASE WHEN set_aside_reason IS NOT NULL THEN jsonb_build_object(
        'reason', set_aside_reason, 'note', set_aside_note, 'by', set_aside_by, 'at', set_aside_at) END,
      set_aside_reason = 'withdrawn', set_aside_note = ${by.reason}, set_aside_by = ${by.actor}, set_aside_at = recorded_now()
    WHERE org_id = current_org() AND transaction_id = ANY(${[...transactionIds]}::bigint[])`.execute(tx);
}

/** Movements of withdrawn files that this one tells too, which therefore count again: they wait, or are set aside as before; how many. */
export async function reviveTold(tx: Tx, importId: ImportId): Promise<number> {
  const revived = await sql`
    UPDATE bank_transactions t SET set_aside_reason = aside_before->>'reason', set_aside_note = coalesce(aside_before->>'note', ''),
      set_aside_by = aside_before->>'by', set_aside_at = (aside_before->>'at')::timestamptz, aside_before = NULL
    WHERE t.org_id = current_org() AND t.set_aside_reason = 'withdrawn' AND t.transaction_id IN (SELECT l.transaction_id
      FROM bank_tellings l JOIN bank_statements s ON s.org_id = l.org_id AND s.statement_id = l.statement_id
      WHERE l.org_id = current_org() AND s.import_id = ${importId} AND NOT s.is_withdrawn)`.execute(tx);
  return Number(revived.numAffectedRows ?? 0n);
}
