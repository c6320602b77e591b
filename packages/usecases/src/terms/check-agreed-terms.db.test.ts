// Agreed terms on the real database: what is beyond the legal maximum is named with its rule; estimates, consumers and foreigners are not.
import { day } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { clockAt } from '../ports/index.ts';
import { createHouse } from '../users/index.ts';
import { checkAgreedTerms, sectorOf } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('names invoices beyond 60 days, 30 days of an authority, and those alone', async () => {
  const place = { db: database.db, actor: 'test', clock: clockAt(new Date('2026-03-31T08:00:00Z')) };
  const { orgId, companyId } = await createHouse(place, { name: 'terms', siren: null });
  const portfolio = new Portfolio(database.db, { orgId, companyId });
  const kinds = { B: 'business', P: 'public', K: 'consumer', X: 'business' } as const;
  for (const [ref, kind] of Object.entries(kinds)) {
    const customer = await portfolio.customer({ ref, kind });
    // From 1 January 2026: +60 days is 2 March, +30 days is 31 January.
    for (const [n, dueOn] of ['2026-03-02', '2026-03-12', '2026-01-31'].entries())
      await portfolio.invoice({
        customer,
        number: `${ref}${n}`,
        issuedOn: '2026-01-01',
        terms: [{ dueOn, cents: 100 }],
      });
  }
  await withOrg(database.db, orgId, async (tx) => {
    await sql`UPDATE customers SET country = 'DE' WHERE ref = 'X'`.execute(tx);
  });
  const found = await checkAgreedTerms({ ...place, orgId }, { companyId, on: day('2026-03-31') });
  expect(
    found.map(({ number, agreedDays, legalMaxDays, overByDays }) => ({ number, agreedDays, legalMaxDays, overByDays })),
  ).toEqual([
    { number: 'B1', agreedDays: 70, legalMaxDays: 60, overByDays: 10 },
    { number: 'P0', agreedDays: 60, legalMaxDays: 30, overByDays: 30 },
    { number: 'P1', agreedDays: 70, legalMaxDays: 30, overByDays: 40 },
  ]);
});

test.each([
  ['Transports routiers', 'transport'],
  ['Denrées périssables', 'perishable_food'],
  ['Viticulture', 'wine'],
  ['Alcools et spiritueux', 'alcohol'],
  ['Bétail sur pied', 'live_cattle'],
  ['Menuiserie', 'general'],
  [null, 'general'],
])('%s is the sector %s', (written, sector) => expect(sectorOf(written)).toBe(sector));
