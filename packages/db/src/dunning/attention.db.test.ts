// Claims near their limitation on a real database: found by due day for each kind of debtor, each with the last day core gives it.
import { addDays, type CompanyId, day, type OrgId } from '@quittance/core/kernel';
import { endingsBetween, limitationDay } from '@quittance/core/law';
import { testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrg } from '../tx/index.ts';
import { listPrescriptions } from './attention.ts';

const database = await testDatabase();
let orgId: OrgId;
let companyId: CompanyId;
afterAll(() => database.close());

const DEBTORS = [
  { ref: 'TRADER', kind: 'business', dueOn: ['2021-11-21', '2021-11-22', '2022-05-21', '2022-05-22'] },
  { ref: 'PERSON', kind: 'consumer', dueOn: ['2024-11-21', '2024-11-22', '2025-05-21', '2025-05-22'] },
  { ref: 'TOWN', kind: 'public', dueOn: ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01'] },
] as const;

beforeAll(async () => {
  const made = await sql<{ id: OrgId }>`SELECT create_organization('claims', 'Claims') AS id`.execute(database.db);
  orgId = made.rows[0]!.id;
  companyId = await withOrg(database.db, orgId, async (tx) => {
    const company = sql<{
      id: CompanyId;
    }>`INSERT INTO companies (code, name) VALUES ('c', 'C') RETURNING company_id AS id`;
    return (await company.execute(tx)).rows[0]!.id;
  });
  const books = new Portfolio(database.db, { orgId, companyId });
  for (const { ref, kind, dueOn } of DEBTORS) {
    const customer = await books.customer({ ref, name: ref });
    await withOrg(database.db, orgId, (tx) =>
      sql`UPDATE customers SET kind = ${kind} WHERE customer_id = ${customer}`.execute(tx),
    );
    for (const due of dueOn)
      await books.invoice({
        customer,
        number: `${ref} ${due}`,
        issuedOn: '2021-01-04',
        terms: [{ dueOn: due, cents: 100 }],
      });
    const paid = { customer, number: `${ref} paid`, issuedOn: '2021-01-04' };
    const { receivables } = await books.invoice({ ...paid, terms: [{ dueOn: dueOn[1], cents: 100 }] });
    await books.pay({ customer, receivable: receivables[0]!, on: '2021-02-01', cents: 100 });
  }
});

it('those that end within half a year are told, the first to end first, those lost or paid are not', async () => {
  const endings = endingsBetween(day('2026-11-22'), addDays(day('2026-11-22'), 180));
  const found = await withOrg(database.db, orgId, (tx) => listPrescriptions(tx, { companyId, limit: 50, endings }));
  expect(found.map(({ invoiceNumber, on }) => [invoiceNumber, on])).toEqual([
    ['TRADER 2021-11-22', limitationDay(day('2021-11-22'), 'business')],
    ['PERSON 2024-11-22', '2026-11-22'],
    ['TOWN 2022-01-01', '2026-12-31'],
    ['TOWN 2022-12-31', '2026-12-31'],
    ['TRADER 2022-05-21', '2027-05-21'],
    ['PERSON 2025-05-21', '2027-05-21'],
  ]);
});
