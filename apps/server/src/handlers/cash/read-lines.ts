// Movements read for the screen: a page of them, one of them, each with proposals, decisions and the names of what they are about.
import type { MatchDecisionView, MovementView, WaitingSummary } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import {
  type DecisionRow,
  findMovement,
  type LineFilter,
  type LinePage,
  listDecisions,
  listMovements,
  type MovementRow,
  mapCustomerNames,
  mapPartNames,
  mapReturned,
  sumWaiting,
  type WaitingSum,
} from '@quittance/db/cash';
import type { Tx } from '@quittance/db/tx';
import type { OrgContext } from '../../services/index.ts';
import { withPeople, withPerson } from '../people.ts';
import { decisionView, type Named, rowView, sheetView } from './views.ts';

const partsOf = (rows: readonly MovementRow[]) =>
  rows.flatMap(({ best, alternatives }) => [...(best?.parts ?? []), ...alternatives.flatMap(({ parts }) => parts)]);

async function namesOf(tx: Tx, rows: readonly MovementRow[]): Promise<Named> {
  const back = partsOf(rows.filter(({ kind }) => kind === 'return')).flatMap(({ paymentId }) => paymentId ?? []);
  return { ...(await mapPartNames(tx, partsOf(rows))), returned: await mapReturned(tx, back) };
}

async function decisionsOf(tx: Tx, rows: readonly DecisionRow[]): Promise<Map<number, MatchDecisionView[]>> {
  const people = await withPeople(tx, 'undoneBy', await withPeople(tx, 'actor', rows));
  const ids = rows.flatMap(({ payments, allocations }) => [...payments, ...allocations].map((each) => each.customerId));
  const customers = await mapCustomerNames(tx, ids);
  const outIds = rows.flatMap(({ payments }) =>
    payments.filter(({ isOut }) => isOut).map(({ paymentId }) => paymentId),
  );
  const names = { customers, returned: await mapReturned(tx, outIds) };
  const by = new Map<number, MatchDecisionView[]>();
  for (const row of people) by.set(row.transactionId, [...(by.get(row.transactionId) ?? []), decisionView(row, names)]);
  return by;
}

/** One page of movements as the screen shows them. */
export async function readLines(tx: Tx, filter: LineFilter, page: LinePage) {
  const { items, total } = await listMovements(tx, filter, page);
  const rows = await withPeople(tx, 'asideBy', items);
  const ids = rows.map(({ transactionId }) => transactionId);
  const decided = await decisionsOf(tx, await listDecisions(tx, ids, 'in_force'));
  const names = await namesOf(tx, rows);
  return { items: rows.map((row) => rowView(row, names, decided.get(row.transactionId) ?? [])), total };
}

/** One movement with all that was ever decided about it; null where there is none. */
export async function readLine(
  tx: Tx,
  context: OrgContext,
  asked: Readonly<{ transactionId: number; on: Day }>,
): Promise<MovementView | null> {
  const found = await findMovement(tx, { companyId: context.companyId, ...asked });
  if (!found) return null;
  const decided = await decisionsOf(tx, await listDecisions(tx, [asked.transactionId], 'all'));
  const names = await namesOf(tx, [found]);
  return sheetView(await withPerson(tx, 'asideBy', found), names, decided.get(asked.transactionId) ?? []);
}

function addTo<K extends string>(
  sums: Map<string, Record<string, unknown>>,
  row: WaitingSum,
  key: Readonly<Record<K, string>>,
) {
  const id = Object.values(key).join(' ');
  const there = sums.get(id) as { count: number; cents: number } | undefined;
  sums.set(id, { ...key, count: (there?.count ?? 0) + row.count, cents: (there?.cents ?? 0) + row.cents });
}

/** What waits in all. */
export async function readSummary(tx: Tx, { companyId }: OrgContext, on: Day): Promise<WaitingSummary> {
  const rows = await sumWaiting(tx, companyId, on);
  const [waiting, ages] = [new Map(), new Map()];
  const decisions = { auto: 0, suggest: 0, none: 0, unasked: 0 };
  for (const row of rows) {
    addTo(waiting, row, { currency: row.currency });
    addTo(ages, row, { age: row.age, currency: row.currency });
    decisions[row.decision] += row.count;
  }
  return { waiting: [...waiting.values()], decisions, ages: [...ages.values()] } as unknown as WaitingSummary;
}
