// One at a time for each company: planning and deciding do not cross.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** First key of the advisory locks of companies. */
const COMPANY_LOCK = 4243;

/** Waits for, then holds to the end of the transaction, the lock of a company's plan. */
export async function lockCompany(tx: Tx, companyId: CompanyId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${COMPANY_LOCK}, ${companyId}::int)`.execute(tx);
}
