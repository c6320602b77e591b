// Money that came and that matching has not looked at: told after a quarter of an hour, to those who may match, until a run has looked.
import { ROLE_PERMISSIONS, type Role } from '@quittance/core/access';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { BankAccount, Portfolio, sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchWaiting } from '../cash/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { clockAt } from '../ports/clock.ts';
import { createHouse } from '../users/index.ts';
import { readNotices } from './index.ts';

const MINUTE_MS = 60_000;
let database: TestDatabase;
let context: Context;
let house: Awaited<ReturnType<typeof createHouse>>;
let cameAt: Date;

const toldAfter = async (minutes: number, role: Role = 'finance_director') => {
  const at = { ...context, clock: clockAt(new Date(cameAt.getTime() + minutes * MINUTE_MS)) };
  const notices = await readNotices(at, { companyId: house.companyId, userId: 'lea', may: ROLE_PERMISSIONS[role] });
  return notices.filter(({ kind }) => kind === 'matching_owed');
};

beforeAll(async () => {
  database = await testDatabase();
  const place = { db: database.db, clock: clockAt(new Date('2026-12-17T09:00:00Z')), actor: 'user:lea' };
  house = await createHouse(place, { name: 'Notices', siren: null });
  context = { ...place, orgId: house.orgId };
  const portfolio = new Portfolio(database.db, house);
  await new BankAccount(portfolio).movement({ on: '2026-12-16', cents: 12_000, label: 'VIR INCONNU' });
  cameAt = await readOrganization(context, async (tx) => {
    const { rows } = await sql<{ at: Date }>`SELECT recorded_at AS at FROM bank_transactions`.execute(tx);
    return rows[0]!.at;
  });
});
afterAll(() => database.close());

test('a run has a quarter of an hour', async () => {
  expect(await toldAfter(14)).toEqual([]);
  expect(await toldAfter(15)).toMatchObject([{ weight: 'act', count: 1, since: cameAt }]);
});

test('it goes to those who may match', async () => {
  expect(await toldAfter(60, 'auditor')).toEqual([]);
});

test('it is gone once a run has looked, whatever it found', async () => {
  await matchWaiting(context, { companyId: house.companyId, apply: true });
  expect(await toldAfter(60)).toEqual([]);
});
