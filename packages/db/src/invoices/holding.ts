// What holds an invoice: holds placed and not lifted, and bank movements that could settle it.
import { sql } from 'kysely';

/** Rows of both, to be taken as a table; their days are not asked yet. */
export const holding = sql`(SELECT org_id, company_id, customer_id, receivable_id, reason, from_on, until_on FROM holds WHERE lifted_on IS NULL
  UNION ALL SELECT org_id, company_id, customer_id, receivable_id, 'unmatched_payment', from_on, until_on FROM bank_candidates)`;
