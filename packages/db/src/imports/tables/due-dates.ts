// Due dates that change: the term gets its new day, and a dated line keeps the old one, so that past balances stay what they were.
import type { DueDateChange } from '@quittance/core/intake';
import type { CompanyId, Day, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

/** Replaces due dates. `isEstimate`: by another estimate; else by what a source says. A term whose day was only confirmed keeps no line. */
export async function changeDueDates(
  tx: Tx,
  by: Readonly<{ on: Day; actor: string; isEstimate: boolean }>,
  changes: readonly DueDateChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const list = JSON.stringify(changes);
  const given = sql`jsonb_to_recordset(${list}::jsonb) AS g ("receivableId" bigint, "oldDueOn" date, "newDueOn" date, "wasEstimated" boolean)`;
  await sql`INSERT INTO due_date_changes (receivable_id, changed_on, old_due_on, new_due_on, was_estimated, actor)
    SELECT "receivableId", ${by.on}::date, "oldDueOn", "newDueOn", "wasEstimated", ${by.actor} FROM ${given}
    WHERE "oldDueOn" <> "newDueOn"`.execute(tx);
  await sql`UPDATE receivables r SET due_on = g."newDueOn", due_estimated = ${by.isEstimate} FROM ${given}
    WHERE r.org_id = current_org() AND r.receivable_id = g."receivableId"`.execute(tx);
}

/** A term whose due date was estimated from its customer's terms. */
export type EstimatedTerm = Readonly<{ receivableId: ReceivableId; issuedOn: Day; dueOn: Day; terms: string | null }>;

/** The open estimated terms of those customers. */
export async function listEstimatedTerms(
  tx: Tx,
  companyId: CompanyId,
  refs: readonly string[],
): Promise<EstimatedTerm[]> {
  const { rows } = await sql<EstimatedTerm>`
    SELECT r.receivable_id AS "receivableId", r.issued_on AS "issuedOn", r.due_on AS "dueOn", c.payment_terms AS terms
    FROM customers c JOIN receivables r ON r.org_id = c.org_id AND r.company_id = c.company_id AND r.customer_id = c.customer_id
    WHERE c.org_id = current_org() AND c.company_id = ${companyId} AND c.ref = ANY(${[...refs]}::text[])
      AND r.due_estimated AND r.settled_cents < r.gross_cents`.execute(tx);
  return rows;
}
