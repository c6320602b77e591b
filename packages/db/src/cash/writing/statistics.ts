// Statistics of the tables that decisions fill, renewed where they are out of date. Only use cases call this.
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';

/**
 * Lets the planner know how the tables that decisions write have grown, and sessions forget plans made for smaller ones: without it the
 * first long run of an installation checks each row it writes against all rows before. Does nothing where none has doubled.
 */
export async function learnGrownStatistics(tx: Tx): Promise<void> {
  await sql`SELECT learn_grown_statistics()`.execute(tx);
}
