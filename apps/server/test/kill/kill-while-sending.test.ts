// kill -9 in the middle of a send: a worker of its own process is killed again and again while it delivers two hundred e-mails. No
// message leaves twice, none is lost, and those that may have left are shown as uncertain.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeRenderer, type MailServer, openMailServer, PostOffice } from '../post/post-office.ts';

const WORKER = fileURLToPath(new URL('./worker.mjs', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/wiring/worker-number.js', import.meta.url));
const MAILS = 200;
/** E-mails taken by the mail server, by the living worker, before each kill; 0 kills it while it claims and renders. */
const KILLED_AFTER = [0, 3, 17, 1, 40, 8, 26];
/** Two groups of five may be on their way at a kill. */
const MOST_IN_FLIGHT = 10;

let database: TestDatabase;
let server: MailServer;
beforeAll(async () => {
  database = await testDatabase();
  server = await openMailServer();
});
afterAll(async () => {
  await closeRenderer();
  await server.close();
  await database.close();
});

const states = async (post: PostOffice): Promise<Record<string, number>> => {
  const rows = await post.sql<{ state: string; n: number }>(
    sql`SELECT state, count(*)::int AS n FROM actions WHERE org_id = current_org() GROUP BY state`,
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
};

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('close', (code) => resolve(code));
  });

function start(post: PostOffice): ChildProcess {
  const { companyId, orgId, on } = post;
  const given = { appUrl: database.appUrl, orgId, companyId, on, now: `${on}T09:00:00Z`, port: server.port };
  return spawn(process.execPath, [WORKER, JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const said = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout!.once('data', () => resolve());
    child.once('close', () => reject(new Error('the worker ended before it was ready')));
  });

async function killAfter(post: PostOffice, taken: number): Promise<void> {
  const before = server.taken.length;
  const child = start(post);
  const end = ended(child);
  await said(child);
  if (taken === 0) await new Promise((resolve) => setTimeout(resolve, 60));
  while (taken > 0 && server.taken.length < before + taken && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill('SIGKILL');
  await end;
}

it.runIf(existsSync(BUILT))(
  'sends each of two hundred e-mails at most once, and loses none',
  async () => {
    const post = await PostOffice.open(database.db, 'kill', server.port);
    for (let n = 0; n < MAILS; n += 1) await post.debtor(`C${n}`);
    expect(await post.approveAll()).toBe(MAILS);
    server.manners.delayMs = 4;

    for (const taken of KILLED_AFTER) {
      await killAfter(post, taken);
      const now = await states(post);
      expect((now.queued ?? 0) + (now.approved ?? 0) + (now.sent ?? 0) + (now.uncertain ?? 0)).toBe(MAILS);
    }
    const last = start(post);
    expect(await ended(last)).toBe(0);

    const after = await states(post);
    expect((after.sent ?? 0) + (after.uncertain ?? 0)).toBe(MAILS); // none lost, none left behind
    expect(after.uncertain ?? 0).toBeLessThanOrEqual((KILLED_AFTER.length - 1) * MOST_IN_FLIGHT);
    expect(new Set(server.taken).size).toBe(server.taken.length); // none twice

    const rows = await post.sql<{ id: string; state: string }>(sql`
      SELECT m.mail_message_id AS id, a.state FROM actions a JOIN messages m USING (org_id, action_id) WHERE org_id = current_org()`);
    const arrived = new Set(server.taken);
    expect(rows.filter((row) => row.state === 'sent' && !arrived.has(row.id))).toEqual([]); // what is called sent has left
    expect(server.taken.length).toBeGreaterThanOrEqual(after.sent ?? 0);
    expect(await post.tasks()).toHaveLength(after.uncertain ?? 0); // each shown to a person
    console.log(
      `killed ${KILLED_AFTER.length} times: ${after.sent} sent, ${after.uncertain ?? 0} uncertain, ${server.taken.length} arrived`,
    );
  },
  180_000,
);
