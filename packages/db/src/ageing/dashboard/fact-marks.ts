// Marks: how far the facts go, and whether anything recorded since belongs to a past day, whose sums are then read anew.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

/** The last fact of each kind: what is recorded later has greater ids. */
export type FactMark = Readonly<
  Record<'receivables' | 'creditNotes' | 'payments' | 'allocations' | 'dueDates', number>
>;

/** Where the facts of the organization stand, whoever asks; five index probes. */
export async function readFactMark(tx: Tx): Promise<FactMark> {
  const { rows } =
    await sql<FactMark>`SELECT receivables, credit_notes AS "creditNotes", payments, allocations, due_dates AS "dueDates"
    FROM fact_marks()`.execute(tx);
  return rows[0]!;
}

/**
 * Whether a fact recorded after the mark belongs to the day or before: a point read then is no longer true. A due date changed after
 * the day counts too where the receivable is older, for the day knows the date the first later change replaced (which stays the same).
 */
export async function hasNewFacts(
  tx: Tx,
  { companyId, on }: Readonly<{ companyId: CompanyId; on: string }>,
  mark: FactMark,
): Promise<boolean> {
  const mine = sql`org_id = current_org() AND company_id = ${companyId}`;
  const { rows } = await sql<{ has: boolean }>`SELECT
    EXISTS (SELECT 1 FROM receivables WHERE ${mine} AND receivable_id > ${mark.receivables} AND issued_on <= ${on})
    OR EXISTS (SELECT 1 FROM credit_notes WHERE ${mine} AND credit_note_id > ${mark.creditNotes} AND issued_on <= ${on})
    OR EXISTS (SELECT 1 FROM payments WHERE ${mine} AND payment_id > ${mark.payments} AND paid_on <= ${on})
    OR EXISTS (SELECT 1 FROM allocations WHERE ${mine} AND allocation_id > ${mark.allocations} AND allocated_on <= ${on})
    OR EXISTS (SELECT 1 FROM due_date_changes WHERE org_id = current_org() AND change_id > ${mark.dueDates} AND changed_on <= ${on}) AS has`.execute(
    tx,
  );
  return rows[0]!.has;
}
