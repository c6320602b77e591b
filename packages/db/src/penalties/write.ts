// Rates written: an organization's own row for a half-year. Only use cases call this.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Percentages as text ("2.40"). */
export type NewLegalRate = Readonly<{
  halfYear: string;
  ecbMro: string;
  legalIndividual: string;
  legalOther: string;
  source: string;
  doubtful: boolean;
  actor: string;
}>;

/** Stores or replaces the organization's row of a half-year. */
export async function saveLegalRate(tx: Tx, row: NewLegalRate): Promise<void> {
  await sql`
    INSERT INTO legal_rates (half_year, ecb_mro, legal_individual, legal_other, source, doubtful, actor)
    VALUES (${row.halfYear}, ${row.ecbMro}, ${row.legalIndividual}, ${row.legalOther}, ${row.source}, ${row.doubtful}, ${row.actor})
    ON CONFLICT (org_id, half_year) DO UPDATE SET ecb_mro = excluded.ecb_mro, legal_individual = excluded.legal_individual,
      legal_other = excluded.legal_other, source = excluded.source, doubtful = excluded.doubtful, actor = excluded.actor,
      recorded_at = recorded_now()`.execute(tx);
}
