// The demo goes in through the ordinary import, each file whole, and the ledger ties to the last books to the cent.
import { type CompanyId, day, type OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompany } from '../companies/index.ts';
import type { Context } from '../context/index.ts';
import { type ImportReport, importFile } from '../imports/index.ts';
import { clockAt } from '../ports/index.ts';
import { buildDemoPortfolio, type DemoFileKind } from './index.ts';
import { fecs, isCustomerLine, sum } from './read-back.ts';

const TODAY = day('2026-11-25');
const portfolio = buildDemoPortfolio(TODAY);
const balances = fecs(portfolio).map((rows) => sum(rows.filter(isCustomerLine)));

let database: TestDatabase;
let context: Context;
let companyId: CompanyId;

beforeAll(async () => {
  database = await testDatabase();
  const { rows } = await sql<{ id: OrgId }>`SELECT create_organization('demo', 'Demo') AS id`.execute(database.db);
  context = { db: database.db, orgId: rows[0]!.id, actor: 'test', clock: clockAt(new Date('2026-11-25T09:00:00Z')) };
  companyId = await createCompany(context, {
    code: 'demo',
    name: portfolio.company.name,
    siren: portfolio.company.siren,
  });
});
afterAll(() => database.close());

const bringIn = async (kinds: readonly DemoFileKind[]): Promise<ImportReport[]> => {
  const reports: ImportReport[] = [];
  for (const { name, kind, content } of portfolio.files.filter((file) => kinds.includes(file.kind))) {
    const open = async function* () {
      yield Buffer.from(content);
    };
    reports.push(await importFile(context, { companyId, kind, fileName: name, open, on: TODAY }));
  }
  return reports;
};

test('the three books go in one after the other, each tied to its own balance', async () => {
  const reports = await bringIn(['fec']);
  expect(reports.map(({ status, refusal, errorCount }) => ({ status, refusal, errorCount }))).toEqual(
    reports.map(() => ({ status: 'imported', refusal: null, errorCount: 0 })),
  );
  expect(reports.map((report) => report.openCents)).toEqual(balances);
}, 120_000);
