// An applying run killed for good in the middle, again and again, in a process of its own: what it applied is whole, the next run goes on.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { verifyJournal } from '@quittance/db/journal';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CashHouse, openHouse, TODAY } from './house.ts';

const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));
const compiled = (path: string): string => JSON.stringify(new URL(`../../../../${path}`, import.meta.url).href);
/** Three full batches and a bit: each run is killed while two are written. */
const MOVEMENTS = 1_700;

// Applies what waits and says how far it is.
const PROGRAM = `
  const { createDb } = await import(${compiled('db/dist/tx/index.js')});
  const { matchWaiting } = await import(${compiled('usecases/dist/cash/index.js')});
  const [url, orgId, companyId] = process.argv.slice(1);
  const clock = { now: () => new Date('${TODAY}T08:00:00Z'), driven: true };
  const context = { db: createDb({ url }), orgId: Number(orgId), actor: 'doomed', clock };
  await matchWaiting(context, { companyId: Number(companyId), apply: true, onProgress: ({ phase, done }) => console.log(phase, done) });
  process.exit(0);`;

let database: TestDatabase;
let house: CashHouse;

beforeAll(async () => {
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'packages/usecases'], { cwd: ROOT });
  database = await testDatabase();
  house = await openHouse(database.db);
}, 180_000);
afterAll(() => database.close());

/** Starts a run elsewhere; resolves when it begins a batch and has applied so many, or more. */
function runElsewhere(): { child: ChildProcess; applying: (done: number) => Promise<void> } {
  const args = [database.appUrl, String(house.context.orgId), String(house.companyId)];
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: ROOT,
  });
  const lines = createInterface({ input: child.stdout! });
  const applying = (done: number) =>
    new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        const [phase, applied] = line.split(' ');
        if (phase === 'applying' && Number(applied) >= done) resolve();
      });
      child.once('exit', () => reject(new Error(`ended before it had applied ${done}`)));
    });
  return { child, applying };
}

const half = () =>
  house.read(async (tx) => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM bank_transactions t WHERE t.org_id = current_org() AND (t.matched_cents NOT IN (0, t.cents)
        OR (t.matched_cents > 0) <> EXISTS (SELECT 1 FROM bank_decisions d JOIN events e ON e.org_id = d.org_id AND e.kind = 'movement.matched'
          AND e.subject_id = d.transaction_id::text WHERE d.org_id = t.org_id AND d.transaction_id = t.transaction_id))`.execute(
      tx,
    );
    return rows[0]!.n;
  });

it('leaves whole decisions behind, and the next run applies the rest, each once', async () => {
  const customer = await house.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
  for (let n = 0; n < MOVEMENTS; n += 1) {
    const number = `FA-2026-${String(n + 1_000)}`;
    await house.invoice(customer, number, 10_000 + n);
    await house.bank.movement({ on: '2026-03-20', cents: 10_000 + n, label: number, name: 'Menuiserie Dupontel' });
  }
  const before = (await house.bank.sums()).ledger;
  for (const [done, pause] of [
    [0, 0],
    [0, 40],
    [1, 5],
    [1, 25],
  ] as const) {
    const { child, applying } = runElsewhere();
    await applying(done);
    await new Promise((resolve) => setTimeout(resolve, pause));
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    const sums = await house.bank.sums();
    expect([await half(), sums.sound, sums.ledger + sums.tied]).toEqual([0, true, before]);
  }
  const already = (await house.bank.sums()).tied;
  expect(already).toBeGreaterThan(0);
  expect(already).toBeLessThan(before);
  await house.run();
  expect(await house.bank.sums()).toEqual({ tied: before, matched: before, ledger: 0, sound: true });
  expect(await half()).toBe(0);
  expect(await house.read((tx) => verifyJournal(tx))).toMatchObject({ ok: true });
}, 180_000);
