// One movement with all the bank said and the file it came with.
import type { CompanyId, Currency, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { type MovementRow, movementColumns, movementTables } from './lines.ts';

export type MovementSheet = MovementRow &
  Readonly<{
    endToEndId: string | null;
    creditorReference: string | null;
    mandateId: string | null;
    bankReference: string | null;
    returnReason: string | null;
    originalCents: number | null;
    originalCurrency: Currency | null;
    statementId: number;
    fileName: string;
    sourceRow: number;
  }>;

/** A movement of a company, or undefined. */
export async function findMovement(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; transactionId: number; on: Day }>,
): Promise<MovementSheet | undefined> {
  const { rows } = await sql<MovementSheet>`SELECT ${movementColumns(of.on)}, t.end_to_end_id AS "endToEndId",
      t.creditor_reference AS "creditorReference", t.mandate_id AS "mandateId", t.bank_reference AS "bankReference",
      t.return_reason AS "returnReason", t.original_cents AS "originalCents", t.original_currency AS "originalCurrency",
      t.statement_id AS "statementId", i.file_name AS "fileName", t.source_row AS "sourceRow"
    FROM ${movementTables} JOIN imports i ON i.org_id = t.org_id AND i.import_id = t.import_id
    WHERE t.org_id = current_org() AND t.company_id = ${of.companyId} AND t.transaction_id = ${of.transactionId}`.execute(
    tx,
  );
  return rows[0];
}
