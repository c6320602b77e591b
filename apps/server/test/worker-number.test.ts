// A worker's number: locked while its process lives, locked again when its connection is lost, free when it is given back.
import { isWorkerGone } from '@quittance/db/outbox';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeWorkerNumber } from '../src/wiring/worker-number.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const isGone = (worker: number): Promise<boolean> =>
  database.db.transaction().execute((tx) => isWorkerGone(tx, worker));

async function until(worker: number, gone: boolean): Promise<boolean> {
  for (let n = 0; n < 200; n += 1) {
    if ((await isGone(worker)) === gone) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

it('is its own, survives a lost connection, and is free once given back', async () => {
  const first = await takeWorkerNumber(database.appUrl);
  const second = await takeWorkerNumber(database.appUrl);
  expect(first.worker).not.toBe(second.worker);
  expect(await isGone(first.worker)).toBe(false);
  await sql`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${first.worker}
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(database.db);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await until(first.worker, false)).toBe(true);
  await first.release();
  expect(await until(first.worker, true)).toBe(true);
  expect(await isGone(second.worker)).toBe(false);
  await second.release();
});
