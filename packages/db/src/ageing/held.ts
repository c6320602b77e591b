// Held: what was open on a day of the receivables on hold that day, each with its holds; what a waiting bank movement could settle is held.
import type { HoldFact } from '@quittance/core/ageing';
import type { Cents, CustomerId, Day, ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import { type LedgerDay, openRows, readMovedSince } from './as-of.ts';

/** One receivable on hold: what was open, when it was due, and what holds it. */
export type HeldOpen = Readonly<{ customerId: CustomerId; dueOn: Day; openCents: Cents; holds: readonly HoldFact[] }>;

type HoldRow = HoldFact & Readonly<{ customerId: CustomerId; receivableId: ReceivableId | null }>;

const listHoldsOn = async (tx: Tx, { companyId, on }: LedgerDay): Promise<HoldRow[]> =>
  (
    await sql<HoldRow>`SELECT customer_id AS "customerId", receivable_id AS "receivableId", reason = 'dispute' AS "isDispute", cents
    FROM holds WHERE org_id = current_org() AND company_id = ${companyId} AND from_on <= ${on}
      AND (until_on IS NULL OR until_on >= ${on}) AND (lifted_on IS NULL OR lifted_on > ${on})
    UNION ALL
    SELECT DISTINCT customer_id, receivable_id, false, NULL::bigint FROM bank_candidates
    WHERE org_id = current_org() AND company_id = ${companyId} AND from_on <= ${on} AND until_on >= ${on}`.execute(tx)
  ).rows;

type OpenRow = Readonly<{ customerId: CustomerId; receivableId: ReceivableId; dueOn: Day; openCents: Cents }>;

/** Receivables that were open and on hold on the day, by themselves or with their customer; as of the day, holds lifted since included. */
export async function listHeldOpen(tx: Tx, day: LedgerDay): Promise<HeldOpen[]> {
  const holds = await listHoldsOn(tx, day);
  if (holds.length === 0) return [];
  const held = { ...day, customers: [...new Set(holds.map((hold) => hold.customerId))] };
  const { rows } = await sql<OpenRow>`
    SELECT customer_id AS "customerId", receivable_id AS "receivableId", due_on AS "dueOn", sum(cents)::bigint AS "openCents"
    FROM (${openRows(held, await readMovedSince(tx, day))}) o GROUP BY 1, 2, 3 HAVING sum(cents) > 0`.execute(tx);
  const ofCustomer = new Map<CustomerId, HoldRow[]>();
  for (const hold of holds) ofCustomer.set(hold.customerId, [...(ofCustomer.get(hold.customerId) ?? []), hold]);
  return rows.flatMap(({ receivableId, ...open }) => {
    const all = ofCustomer.get(open.customerId) ?? [];
    const own = all.filter((hold) => hold.receivableId === null || hold.receivableId === receivableId);
    return own.length > 0 ? [{ ...open, holds: own }] : [];
  });
}
