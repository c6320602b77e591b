// What the books know to be settled: a movement that names it pays nothing else alone, in the run that settles it and in every later one.
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type CashHouse, openHouse } from './house.ts';

let database: TestDatabase;
let house: CashHouse;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  house = await openHouse(database.db);
});
afterAll(() => database.close());

const RENT = 120_000;

it.each(['VIR FA-2026-0117', 'VIR SEPA 2026-0117', 'FACTURE 2026 0117'])(
  'an invoice paid in an earlier run and named again leaves the next rent to a person: %s',
  async (label) => {
    const tenant = await house.portfolio.customer({ ref: 'C1', name: 'Atelier Brunon' });
    const paid = await house.invoice(tenant, 'FA-2026-0117', RENT);
    const first = await house.bank.movement({ on: '2026-03-02', cents: RENT, label: 'FA-2026-0117' });
    await house.decide(first, tenant, RENT, [[paid, RENT]]);
    await house.invoice(tenant, 'FA-2026-0131', RENT);
    const again = await house.bank.movement({ on: '2026-03-20', cents: RENT, label, name: 'ATELIER BRUNON' });
    await house.run();
    expect(await house.proposal(again)).toMatchObject({ decision: 'suggest' });
    expect((await house.proposal(again)).best?.evidence).toContain('reference_settled');
    // A person may still say that it was the next one.
    expect((await house.accept(again)).ok).toBe(true);
    expect(await house.bank.owed(tenant)).toEqual([0, 0]);
  },
);
