// The demo goes in through the ordinary import, each file whole, and the ledger ties to the last books to the cent.

import { type CompanyId, day, type OrgId } from '@quittance/core/kernel';
import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompany } from '../companies/index.ts';
import type { Context } from '../context/index.ts';
import type { ImportReport } from '../imports/index.ts';
import { clockAt } from '../ports/index.ts';
import { buildDemoPortfolio, loadDemo } from './index.ts';
import { csv, fecs, isCustomerLine, sum } from './read-back.ts';

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

const imported = (reports: readonly ImportReport[]) =>
  reports.map(({ file, status, refusal, errorCount }) => ({ file, status, refusal, errorCount }));

test('every file goes in whole, the books tied each to its own balance', async () => {
  const reports = await loadDemo(context, { companyId, today: TODAY });
  expect(imported(reports)).toEqual(
    portfolio.files.map(({ name: file }) => ({ file, status: 'imported', refusal: null, errorCount: 0 })),
  );
  expect(reports.filter((report) => report.kind === 'fec').map((report) => report.openCents)).toEqual(balances);
  expect(reports.at(-1)?.openCents).toBe(balances.at(-1));
}, 120_000);

test('the CSV of invoices creates none: it brings real due dates to those of the books', async () => {
  const { rows } = await withOrg(database.db, context.orgId, (tx) =>
    sql<{ invoices: number; estimated: number }>`SELECT (SELECT count(*) FROM invoices) AS invoices,
      (SELECT count(*) FROM receivables WHERE due_estimated) AS estimated`.execute(tx),
  );
  const told = new Set(
    csv(portfolio, 'csv-invoices')
      .filter((row) => row.kind === 'invoice')
      .map((row) => row.invoice_number),
  );
  expect(rows[0]).toEqual({ invoices: told.size, estimated: 0 });
});
