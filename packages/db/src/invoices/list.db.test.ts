// The list of invoices on a real database: every order, every filter, text found, pages and sums, against values put in by hand.
import { type CompanyId, type CustomerId, day, type OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withOrg } from '../tx/index.ts';
import { type InvoiceFilter, listInvoices } from './list.ts';
import { textAfter } from './search.ts';

const ON = day('2026-06-30');
let database: TestDatabase;
let orgId: OrgId;
let companyId: CompanyId;
let eleve: CustomerId;

beforeAll(async () => {
  database = await testDatabase();
  const made = await sql<{ id: OrgId }>`SELECT create_organization('list', 'List') AS id`.execute(database.db);
  orgId = made.rows[0]!.id;
  companyId = await withOrg(database.db, orgId, async (tx) => {
    const { rows } = await sql<{
      id: CompanyId;
    }>`INSERT INTO companies (code, name) VALUES ('c', 'C') RETURNING company_id AS id`.execute(tx);
    return rows[0]!.id;
  });
  const books = new Portfolio(database.db, { orgId, companyId });
  eleve = await books.customer({ ref: 'CLI1', name: 'Élève & fils' });
  const zinc = await books.customer({ ref: 'CLI2', name: 'Zinc 100%_sûr' });
  // FA-1 paid; FA-2 in three terms, the first paid; FA-3 open and not due; fb-4 overdue.
  const one = await books.invoice({
    customer: eleve,
    number: 'FA-1',
    issuedOn: '2026-01-10',
    terms: [{ dueOn: '2026-02-10', cents: 500 }],
  });
  await books.pay({ customer: eleve, receivable: one.receivables[0]!, on: '2026-02-09', cents: 500 });
  const terms = ['2026-03-15', '2026-05-15', '2026-07-15'].map((dueOn) => ({ dueOn, cents: 100 }));
  const two = await books.invoice({ customer: zinc, number: 'FA-2', issuedOn: '2026-02-15', terms });
  await books.pay({ customer: zinc, receivable: two.receivables[0]!, on: '2026-03-15', cents: 100 });
  await books.invoice({
    customer: eleve,
    number: 'FA-3',
    issuedOn: '2026-06-01',
    terms: [{ dueOn: '2026-07-31', cents: 900 }],
  });
  await books.invoice({
    customer: zinc,
    number: 'fb-4',
    issuedOn: '2026-04-01',
    terms: [{ dueOn: '2026-04-30', cents: 50 }],
  });
});
afterAll(() => database.close());

const ask = (filter: Partial<InvoiceFilter> = {}) =>
  withOrg(database.db, orgId, (tx) =>
    listInvoices(tx, { companyId, on: ON, sort: 'due', descending: false, limit: 10, offset: 0, ...filter }),
  );
const numbers = async (filter: Partial<InvoiceFilter>) => (await ask(filter)).items.map((item) => item.number);

describe('the list', () => {
  it('shows each invoice once, by the oldest term still open, else by the last', async () => {
    const { items, total, openCents } = await ask();
    expect(items.map(({ number, dueOn, openCents: open, grossCents }) => [number, dueOn, open, grossCents])).toEqual([
      ['FA-1', '2026-02-10', 0, 500],
      ['fb-4', '2026-04-30', 50, 50],
      ['FA-2', '2026-05-15', 200, 300],
      ['FA-3', '2026-07-31', 900, 900],
    ]);
    expect({ total, openCents }).toEqual({ total: 4, openCents: 1_150 });
  });

  it.each<[Partial<InvoiceFilter>, string[]]>([
    [{ descending: true }, ['FA-3', 'FA-2', 'fb-4', 'FA-1']],
    [{ limit: 2, offset: 1 }, ['fb-4', 'FA-2']],
    [{ sort: 'issued' }, ['FA-1', 'FA-2', 'fb-4', 'FA-3']],
    [{ sort: 'gross', descending: true }, ['FA-3', 'FA-1', 'FA-2', 'fb-4']],
    [{ sort: 'open', descending: true }, ['FA-3', 'FA-2', 'fb-4', 'FA-1']],
    [{ sort: 'open' }, ['FA-1', 'fb-4', 'FA-2', 'FA-3']],
    [{ sort: 'open', limit: 2, offset: 1 }, ['fb-4', 'FA-2']],
    [{ sort: 'open', descending: true, limit: 2, offset: 2 }, ['fb-4', 'FA-1']],
    [{ sort: 'open', descending: true, openOnly: true }, ['FA-3', 'FA-2', 'fb-4']],
    [{ sort: 'open', overdueOnly: true }, ['fb-4', 'FA-2']],
    [{ sort: 'open', paidOnly: true }, ['FA-1']],
    [{ sort: 'open', descending: true, search: 'FA' }, ['FA-3', 'FA-2', 'FA-1']],
    [{ sort: 'open', openOnly: true, paidOnly: true }, []],
    [{ sort: 'customer' }, ['FA-1', 'FA-3', 'FA-2', 'fb-4']],
  ])('%o gives %j', async (filter, expected) => {
    expect(await numbers(filter)).toEqual(expected);
  });

  it.each<[Partial<InvoiceFilter>, string[], number]>([
    [{ openOnly: true }, ['fb-4', 'FA-2', 'FA-3'], 1_150],
    [{ overdueOnly: true }, ['fb-4', 'FA-2'], 250],
    [{ paidOnly: true }, ['FA-1'], 0],
    [{ search: 'FA-' }, ['FA-1', 'FA-2', 'FA-3'], 1_100],
    [{ search: 'fb' }, ['fb-4'], 50],
    [{ search: 'fa-2' }, ['FA-2'], 200],
    [{ search: 'eleve' }, ['FA-1', 'FA-3'], 900],
    [{ search: 'cli2' }, ['fb-4', 'FA-2'], 250],
    [{ search: '100%_' }, ['fb-4', 'FA-2'], 250],
    [{ search: '0%s' }, [], 0],
    [{ search: 'zinc', overdueOnly: true, sort: 'gross' }, ['fb-4', 'FA-2'], 250],
    [{ search: 'FA', paidOnly: true, sort: 'issued' }, ['FA-1'], 0],
    [{ search: 'fa 2' }, ['FA-2'], 200],
    [{ search: 'FB/4' }, ['fb-4'], 50],
    [{ search: 'A3' }, ['FA-3'], 900],
    [{ narrow: { issuedFrom: day('2026-02-15'), issuedTo: day('2026-04-01') } }, ['fb-4', 'FA-2'], 250],
    [{ narrow: { dueFrom: day('2026-07-15'), dueTo: day('2026-07-15') } }, ['FA-2'], 200],
    [{ narrow: { minCents: 300, maxCents: 500 } }, ['FA-1', 'FA-2'], 200],
    [{ narrow: { state: 'partial' } }, ['FA-2'], 200],
    [{ narrow: { state: 'not_due' } }, ['FA-3'], 900],
    [{ narrow: { state: 'cancelled' } }, [], 0],
    [{ narrow: { segment: 'none such' } }, [], 0],
    [{ narrow: { chased: false }, overdueOnly: true }, ['fb-4', 'FA-2'], 250],
    [{ narrow: { level: 1 } }, [], 0],
    [{ narrow: { minCents: 300 }, openOnly: true, search: 'FA' }, ['FA-2', 'FA-3'], 1_100],
  ])('%o finds %j', async (filter, expected, openCents) => {
    const found = await ask(filter);
    expect(found.items.map((item) => item.number)).toEqual(expected);
    expect({ total: found.total, openCents: found.openCents }).toEqual({ total: expected.length, openCents });
  });

  it('sums what is open and what is late of all that match, not of the page', async () => {
    const sums = async (filter: Partial<InvoiceFilter>) => (await ask({ limit: 1, ...filter })).sums;
    expect(await sums({})).toEqual([{ currency: 'EUR', openCents: 1_150, overdueCents: 150 }]);
    expect(await sums({ overdueOnly: true })).toEqual([{ currency: 'EUR', openCents: 250, overdueCents: 150 }]);
    expect(await sums({ paidOnly: true })).toEqual([]);
  });

  it('of one customer, text searched among them', async () => {
    expect(await numbers({ customerId: eleve })).toEqual(['FA-1', 'FA-3']);
    expect(await numbers({ customerId: eleve, search: 'FA-3' })).toEqual(['FA-3']);
    expect(await numbers({ customerId: eleve, search: 'zinc' })).toEqual([]);
  });

  it('beyond the last page still says how many there are', async () => {
    expect(await ask({ offset: 50 })).toMatchObject({ items: [], total: 4, openCents: 1_150 });
  });
});

describe('the text after a beginning', () => {
  it.each([
    ['FA', 'FB'],
    ['9', ':'],
    ['é', 'ê'],
    ['\ud7ff', '\ue000'],
  ])('%s is followed by %s', (start, after) => {
    expect(textAfter(start)).toBe(after);
  });
});
