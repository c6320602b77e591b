// Waiting: what a person has to look at, and how far the data goes.
import type { CompanyId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../tx/index.ts';
import { type CustomerFilter, withinFilter } from '../customer-filter.ts';

/** Messages that failed or whose sending is uncertain; customers who owe and whose addresses all bounced. */
export type Waiting = Readonly<{ failed: number; uncertain: number; contacts: number }>;

/** Counts of the moment. A contact to repair is an address that bounced, of a customer with something open. */
export async function readWaiting(tx: Tx, companyId: CompanyId, filter: CustomerFilter): Promise<Waiting> {
  const { rows } = await sql<Waiting>`SELECT
    (SELECT count(*) FROM actions a WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.state = 'failed'
      ${withinFilter(sql`a.customer_id`, filter)})::int AS failed,
    (SELECT count(*) FROM actions a WHERE a.org_id = current_org() AND a.company_id = ${companyId} AND a.state = 'uncertain'
      ${withinFilter(sql`a.customer_id`, filter)})::int AS uncertain,
    (SELECT count(*) FROM customers u WHERE u.org_id = current_org() AND u.company_id = ${companyId} ${withinFilter(sql`u.customer_id`, filter)}
      AND (u.email_status = 'bounced' OR EXISTS (SELECT 1 FROM contacts k WHERE k.org_id = current_org() AND k.customer_id = u.customer_id
        AND k.email_status = 'bounced'))
      AND EXISTS (SELECT 1 FROM receivables r WHERE r.org_id = current_org() AND r.company_id = ${companyId} AND r.customer_id = u.customer_id
        AND r.settled_cents < r.gross_cents))::int AS contacts`.execute(tx);
  return rows[0]!;
}

/** When anything was last brought in, and the last day it speaks of; null = never. */
export type Freshness = Readonly<{ lastImportAt: Date | null; coversToOn: Day | null }>;

/** How fresh the data of the company is. */
export async function readFreshness(tx: Tx, companyId: CompanyId): Promise<Freshness> {
  const { rows } = await sql<Freshness>`SELECT
    max(finished_at) FILTER (WHERE status IN ('imported', 'unchanged')) AS "lastImportAt",
    max(covers_to_on) FILTER (WHERE status = 'imported') AS "coversToOn"
    FROM imports WHERE org_id = current_org() AND company_id = ${companyId}`.execute(tx);
  return rows[0]!;
}
