// The demo's statement goes in whole, ties to the books, and leaves what a person is to look at.
import { type CompanyId, type Currency, day, type OrgId } from '@quittance/core/kernel';
import { listMovements } from '@quittance/db/cash';
import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLedgerTie } from '../../ageing/ledger-tie.ts';
import { createCompany } from '../../companies/index.ts';
import type { Context } from '../../context/index.ts';
import { clockAt } from '../../ports/index.ts';
import { buildDemoPortfolio, loadDemo } from '../index.ts';
import { bringStatement } from './bring-statement.ts';

const TODAY = day('2026-11-25');
const portfolio = buildDemoPortfolio(TODAY);

let database: TestDatabase;
let context: Context;
let companyId: CompanyId;

beforeAll(async () => {
  database = await testDatabase();
  const { rows } = await sql<{ id: OrgId }>`SELECT create_organization('demo', 'Demo') AS id`.execute(database.db);
  context = { db: database.db, orgId: rows[0]!.id, actor: 'test', clock: clockAt(new Date(`${TODAY}T09:00:00Z`)) };
  const { name, siren } = portfolio.company;
  companyId = await createCompany(context, { code: 'demo', name, siren });
  await loadDemo(context, { companyId, today: TODAY });
}, 120_000);
afterAll(() => database.close());

const page = { sort: 'bookedOn', descending: false, limit: 200, offset: 0 } as const;
const lines = async (state: 'waiting' | 'applied' | 'set_aside') => {
  const { items } = await withOrg(database.db, context.orgId, (tx) =>
    listMovements(tx, { companyId, on: TODAY, state }, page),
  );
  return items;
};

test('the ledger still ties to the last books, to the cent', async () => {
  const tie = await withOrg(database.db, context.orgId, (tx) =>
    readLedgerTie(tx, context, { companyId, currency: 'EUR' as Currency }),
  );
  expect(tie?.booksOn).toBe('2026-11-24');
  expect(tie?.differenceCents).toBe(0);
});

test('what is certain is applied alone: seven receipts of today, and what the books hold already is only tied to them', async () => {
  const applied = await lines('applied');
  expect(applied.filter(({ bookedOn }) => bookedOn === TODAY)).toHaveLength(7);
  const known = applied.filter(({ bookedOn }) => bookedOn < TODAY);
  expect(known.length).toBeGreaterThan(5);
  expect(new Set(known.map(({ label }) => label))).toEqual(new Set(['VIR SEPA RECU REGLEMENT']));
});

test('a person is left twenty and more, of every kind, three without explanation, one debit that came back', async () => {
  const waiting = await lines('waiting');
  const receipts = waiting.filter(({ kind }) => kind === 'receipt');
  const evidence = new Set<string>(receipts.flatMap(({ best }) => best?.evidence ?? []));
  expect(receipts.filter(({ decision }) => decision === 'suggest').length).toBeGreaterThanOrEqual(19);
  expect(receipts.filter(({ decision }) => decision === 'none')).toHaveLength(3);
  expect(receipts.filter(({ decision }) => decision === 'auto')).toEqual([]);
  expect(waiting.filter(({ kind }) => kind === 'return')).toHaveLength(1);
  for (const code of [
    'reference_listed',
    'reference_short',
    'amount_exact',
    'amount_fee',
    'amount_partial',
    'amount_over',
  ])
    expect(evidence).toContain(code);
  expect(receipts.some(({ alternatives }) => alternatives.length > 0)).toBe(true);
});

test('charges, an own transfer and a supplier are set aside', async () => {
  const reasons = (await lines('set_aside')).map(({ asideReason }) => asideReason);
  expect(reasons.sort()).toEqual(['bank_fees', 'bank_fees', 'own_transfer', 'supplier']);
});

test('brought in again, the statement changes nothing', async () => {
  const before = [await lines('waiting'), await lines('applied')].map(({ length }) => length);
  await bringStatement(context, { companyId, today: TODAY, statement: portfolio.statement });
  expect([await lines('waiting'), await lines('applied')].map(({ length }) => length)).toEqual(before);
});

test.each(['2026-11-21', '2027-01-01', '2027-05-01', '2027-08-16', '2028-02-29'])('it can be told on %s', (on) => {
  const { content } = buildDemoPortfolio(day(on)).statement;
  expect(content.match(/<Ntry>/g)?.length).toBeGreaterThan(35);
});
