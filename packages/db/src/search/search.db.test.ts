// What a few letters find on a real database: customers by name, reference and SIREN, invoices by number in any dress.
import { type CompanyId, type Currency, type CustomerId, day, type OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withOrg } from '../tx/index.ts';
import { findCustomersLike, findInvoicesLike } from './index.ts';

const ON = day('2026-06-30');
let database: TestDatabase;
let orgId: OrgId;
let companyId: CompanyId;

beforeAll(async () => {
  database = await testDatabase();
  const made = await sql<{ id: OrgId }>`SELECT create_organization('find', 'Find') AS id`.execute(database.db);
  orgId = made.rows[0]!.id;
  companyId = await withOrg(database.db, orgId, async (tx) => {
    const { rows } = await sql<{
      id: CompanyId;
    }>`INSERT INTO companies (code, name) VALUES ('c', 'C') RETURNING company_id AS id`.execute(tx);
    return rows[0]!.id;
  });
  const books = new Portfolio(database.db, { orgId, companyId });
  const eleve: CustomerId = await books.customer({ ref: 'CELEVE', name: 'Élève & fils' });
  const pont: CustomerId = await books.customer({ ref: 'C0042', name: 'Brasserie du Pont' });
  await books.customer({ ref: 'CPONT', name: 'Pontivy 100%' });
  await withOrg(database.db, orgId, (tx) =>
    sql`UPDATE customers SET siren = '732829320' WHERE ref = 'C0042'`.execute(tx),
  );
  const invoice = (customer: CustomerId, number: string, dueOn: string, cents: number) =>
    books.invoice({ customer, number, issuedOn: '2026-05-01', terms: [{ dueOn, cents }] });
  await invoice(pont, 'FA-2026-0042', '2026-05-31', 1200);
  await invoice(pont, 'FA-2026-0142', '2026-07-31', 300);
  await invoice(eleve, '42', '2026-05-31', 50);
});
afterAll(() => database.close());

const customers = (text: string, limit = 8) =>
  withOrg(database.db, orgId, (tx) =>
    findCustomersLike(tx, { companyId, currency: 'EUR' as Currency, on: ON, text, limit }),
  );
const numbers = async (text: string, limit = 8) =>
  (await withOrg(database.db, orgId, (tx) => findInvoicesLike(tx, { companyId, on: ON, text, limit }))).map(
    (found) => found.number,
  );

test.each([
  { says: 'accents and case do not matter', text: 'ELEVE', refs: ['CELEVE'] },
  { says: 'a name that begins so comes before one that has it inside', text: 'pont', refs: ['CPONT', 'C0042'] },
  { says: 'an exact reference comes first', text: 'cpont', refs: ['CPONT'] },
  { says: 'a SIREN is read with its spaces', text: '732 829 320', refs: ['C0042'] },
  { says: 'a SIRET speaks of its SIREN', text: '73282932000074', refs: ['C0042'] },
  { says: 'signs of patterns are only signs', text: '0%', refs: ['CPONT'] },
  { says: 'nobody of that name is nobody', text: 'zzz', refs: [] },
])('$says', async ({ text, refs }) => expect((await customers(text)).map(({ ref }) => ref)).toEqual(refs));

test('what a customer owes stands beside the name', async () => {
  const [pont] = await customers('brasserie');
  expect(pont).toMatchObject({ openCents: 1500, overdueCents: 1200 });
});

test.each([
  { says: 'in its own dress', text: 'FA-2026-0042', first: 'FA-2026-0042' },
  { says: 'without separators', text: 'fa20260042', first: 'FA-2026-0042' },
  { says: 'with other separators and no zeros', text: 'FA 2026/42', first: 'FA-2026-0042' },
  { says: 'with too many zeros', text: 'FA-2026-000142', first: 'FA-2026-0142' },
  { says: 'by its end', text: '0142', first: 'FA-2026-0142' },
])('an invoice is found $says', async ({ text, first }) => expect((await numbers(text))[0]).toBe(first));

test('an exact number comes before those that end with it, and the limit holds', async () => {
  expect((await numbers('42'))[0]).toBe('42');
  expect([...(await numbers('42'))].sort()).toEqual(['42', 'FA-2026-0042', 'FA-2026-0142']);
  expect(await numbers('42', 1)).toEqual(['42']);
  expect(await customers('p', 1)).toHaveLength(1);
});
