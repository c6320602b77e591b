// Matching as of a day: what was booked, issued or paid later is not seen; nothing is applied that is no longer there.
import { day } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { matchWaiting, previewMatches } from '../index.ts';
import { type CashHouse, openHouse } from './house.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const LATER = day('2026-03-12');
const BETWEEN = day('2026-03-06');

/** Two invoices of one customer; a movement naming the first on the 5th, one naming the second on the 10th. */
async function twoWeeks() {
  const house = await openHouse(database.db);
  const anna = await house.portfolio.customer({ ref: 'ANNA', name: 'Atelier Anna' });
  const first = await house.invoice(anna, 'FA-1001', 50_000);
  const second = await house.invoice(anna, 'FA-1002', 70_000);
  const one = await house.bank.movement({ on: '2026-03-05', cents: 50_000, label: 'VIR ATELIER ANNA FA-1001' });
  const two = await house.bank.movement({ on: '2026-03-10', cents: 70_000, label: 'VIR ATELIER ANNA FA-1002' });
  return { house, anna, first, second, one, two };
}

const told = async ({ context, companyId }: CashHouse, on?: ReturnType<typeof day>) => {
  const { lines, items } = await previewMatches(context, { companyId, on });
  return lines.map(({ transaction, proposal }) => [
    transaction.transactionId,
    proposal.best?.parts.flatMap(({ allocations }) => allocations.map(({ receivableId }) => receivableId)) ?? [],
    [...items.values()].reduce((sum, { openCents }) => sum + openCents, 0),
  ]);
};

it('a look at a day sees no later movement, and each day sees what was open', async () => {
  const { house, first, second, one, two } = await twoWeeks();
  expect(await told(house, BETWEEN)).toEqual([[one, [first], 120_000]]);
  expect(await told(house, LATER)).toEqual([
    [one, [first], 120_000],
    [two, [second], 120_000],
  ]);
  expect(await told(house, day('2026-03-04'))).toEqual([]);
  // Invoices of 1 February are not there on its eve.
  expect(await told(house, day('2026-01-31'))).toEqual([]);
});

it('a run on a day applies what was booked by then; the rest is for a later day', async () => {
  const { house, one, two } = await twoWeeks();
  const { context, companyId } = house;
  const run = async (on: ReturnType<typeof day>) =>
    (await matchWaiting(context, { companyId, on, apply: true })).lines.map((line) => [
      line.transaction.transactionId,
      line.decisionId !== null,
    ]);
  expect(await run(BETWEEN)).toEqual([[one, true]]);
  expect(await house.line(two)).toMatchObject({ state: 'waiting' });
  expect(await run(LATER)).toEqual([[two, true]]);
});

it('a payment of a later day is not seen by a look, and a run settles nothing twice', async () => {
  const { house, anna, first, one } = await twoWeeks();
  const later = await house.bank.movement({ on: '2026-03-20', cents: 50_000, label: 'VIR' });
  expect(await house.decide(later, anna, 50_000, [[first, 50_000]])).toMatchObject({ ok: true });
  expect(await told(house, BETWEEN)).toEqual([[one, [first], 120_000]]);
  expect((await told(house)).map(([id, pays]) => [id, (pays as number[]).includes(first)])[0]).toEqual([one, false]);
  const { context, companyId } = house;
  const run = await matchWaiting(context, { companyId, on: BETWEEN, apply: true });
  expect(run.lines.map(({ decisionId }) => decisionId)).toEqual([null]);
  expect((await house.bank.sums()).sound).toBe(true);
});

it('a return is there from its own day on, with the payment it gives back', async () => {
  const { house, one } = await twoWeeks();
  await house.run();
  const back = { on: '2026-03-09', cents: -50_000, label: 'REJET FA-1001', name: 'Atelier Anna', isReturn: true };
  const returned = await house.bank.movement(back);
  const { context, companyId } = house;
  const returns = async (on: ReturnType<typeof day>) =>
    (await previewMatches(context, { companyId, on })).returns.map(({ transaction }) => transaction.transactionId);
  expect(await returns(BETWEEN)).toEqual([]);
  expect(await returns(LATER)).toEqual([returned]);
  expect(await house.line(one)).toMatchObject({ state: 'applied' });
});
