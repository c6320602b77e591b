// Holds read: what stops reminders, as recorded.
import type { HoldReason } from '@quittance/core/dunning';
import type { CompanyId, CustomerId, Day, ReceivableId } from '@quittance/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type HoldRow = Readonly<{
  holdId: number;
  reason: HoldReason;
  customerId: CustomerId;
  receivableId: ReceivableId | null;
  cents: number | null;
  fromOn: Day;
  untilOn: Day | null;
  note: string;
  author: string;
  liftedOn: Day | null;
}>;

const columns = sql`hold_id AS "holdId", reason, customer_id AS "customerId", receivable_id AS "receivableId", cents, from_on AS "fromOn",
  until_on AS "untilOn", note, author, lifted_on AS "liftedOn"`;

const inForce = (
  filter: Readonly<{ companyId: CompanyId; on: Day; customerId?: CustomerId }>,
): RawBuilder<unknown> => sql`
  org_id = current_org() AND company_id = ${filter.companyId} AND lifted_on IS NULL AND (until_on IS NULL OR until_on >= ${filter.on})
  ${filter.customerId === undefined ? sql`` : sql`AND customer_id = ${filter.customerId}`}`;

/** Holds in force on a day or later, the earliest end first. */
export async function listHoldsInForce(
  tx: Tx,
  filter: Readonly<{ companyId: CompanyId; on: Day; customerId?: CustomerId; limit: number; offset: number }>,
): Promise<{ items: HoldRow[]; total: number }> {
  const { rows } = await sql<HoldRow>`SELECT ${columns} FROM holds WHERE ${inForce(filter)}
    ORDER BY until_on NULLS LAST, hold_id LIMIT ${filter.limit} OFFSET ${filter.offset}`.execute(tx);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM holds WHERE ${inForce(filter)}`.execute(tx);
  return { items: rows, total: Number(count.rows[0]?.total ?? 0) };
}

/** One hold of a company, or undefined. */
export async function findHold(tx: Tx, companyId: CompanyId, holdId: number): Promise<HoldRow | undefined> {
  const { rows } = await sql<HoldRow>`SELECT ${columns} FROM holds
    WHERE org_id = current_org() AND company_id = ${companyId} AND hold_id = ${holdId}`.execute(tx);
  return rows[0];
}

/** Whether a customer, and the receivable where one is named, belong to the company. */
export async function isHeldThingKnown(
  tx: Tx,
  thing: Readonly<{ companyId: CompanyId; customerId: CustomerId; receivableId: ReceivableId | null }>,
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    SELECT EXISTS (SELECT 1 FROM customers WHERE org_id = current_org() AND company_id = ${thing.companyId} AND customer_id = ${thing.customerId})
      AND (${thing.receivableId}::bigint IS NULL OR EXISTS (SELECT 1 FROM receivables WHERE org_id = current_org()
        AND customer_id = ${thing.customerId} AND receivable_id = ${thing.receivableId})) AS known`.execute(tx);
  return rows[0]?.known ?? false;
}
