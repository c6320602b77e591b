// What was set aside to be remembered, against what is a customer's own.
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setAside } from '../index.ts';
import { openHouse } from './house.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('a customer who is a supplier too: a refund of theirs set aside to be remembered takes no payment of theirs out of sight', async () => {
  const house = await openHouse(database.db);
  const iban = 'FR7630001007941234567890185';
  const customer = await house.portfolio.customer({ ref: 'C1', name: 'Garage Lemercier' });
  await house.read((tx) => sql`UPDATE customers SET iban = 'FR76 3000 1007 9412 3456 7890 185'`.execute(tx));
  await house.invoice(customer, 'FA-2026-0118', 50_000);
  const pays = { name: 'GARAGE LEMERCIER', iban };
  const refund = await house.bank.movement({ on: '2026-03-18', cents: 1_200, label: 'REMBOURSEMENT CAUTION', ...pays });
  const { companyId, context } = house;
  await setAside(context, { companyId, transactionIds: [refund], reason: 'supplier', note: '', remember: true });
  const paid = await house.bank.movement({ on: '2026-03-20', cents: 50_000, label: 'VIR FA-2026-0118', ...pays });
  await house.run();
  expect(await house.line(paid)).toMatchObject({ state: 'applied', openCents: 0 });
  expect(await house.bank.owed(customer)).toEqual([0]);
});

it('money of a payer who is nobody’s account is set aside as before', async () => {
  const house = await openHouse(database.db);
  const pays = { name: 'EDF ENTREPRISES', iban: 'FR7610278060500002034474578' };
  const first = await house.bank.movement({ on: '2026-03-18', cents: 1_200, label: 'AVOIR', ...pays });
  const { companyId, context } = house;
  await setAside(context, { companyId, transactionIds: [first], reason: 'supplier', note: '', remember: true });
  const second = await house.bank.movement({ on: '2026-03-20', cents: 3_400, label: 'AVOIR', ...pays });
  await house.run();
  expect(await house.line(second)).toMatchObject({ state: 'set_aside' });
});
