// The head of the journal: how many lines an organization has, which changes with every write.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Number of the last line of the transaction's organization; 0 before the first. */
export async function findJournalSeq(tx: Tx): Promise<number> {
  const { rows } = await sql<{ seq: number }>`SELECT seq FROM journal_heads WHERE org_id = current_org()`.execute(tx);
  return rows[0]?.seq ?? 0;
}
