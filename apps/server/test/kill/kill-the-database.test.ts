// kill -9 of PostgreSQL in the middle of a send, on a real disk: what was committed is there when it is back, the send resumes by
// itself, no message leaves twice and none is lost.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedCluster, openEmbedded } from '@quittance/db/cluster';
import { verifyJournal } from '@quittance/db/journal';
import { migrate } from '@quittance/db/migrate';
import { createDb, createPool, type Database, withOrg } from '@quittance/db/tx';
import { sql } from '@quittance/testkit/ledger';
import { recoverClaims } from '@quittance/usecases/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeRenderer, type MailServer, openMailServer, PostOffice } from '../post/post-office.ts';

const MAILS = 80;
/** E-mails taken when the database is killed. */
const KILLED_AT = [7, 33];

let dataDir: string;
let cluster: EmbeddedCluster;
let db: Database;
let server: MailServer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'quittance killed '));
  await chmod(dataDir, 0o711); // as root, the server runs as another user, who has to pass
  cluster = await openEmbedded({ dataDir });
  await migrate({ ownerUrl: cluster.ownerUrl });
  db = createDb({ url: cluster.appUrl });
  server = await openMailServer();
}, 120_000);
afterAll(async () => {
  await closeRenderer();
  await server.close();
  await db.destroy();
  await cluster.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

/** Kills the postmaster and brings the server back, at the same address. */
async function killAndReopen(): Promise<void> {
  const admin = createPool({ url: cluster.adminUrl, size: 1 });
  const { rows } = await admin.query<{ file: string }>("SELECT pg_read_file('postmaster.pid') AS file");
  process.kill(Number.parseInt(rows[0]!.file, 10), 'SIGKILL');
  await admin.end().catch(() => {});
  const again = await openEmbedded({ dataDir });
  expect(again.appUrl).toBe(cluster.appUrl);
  const before = cluster;
  cluster = again;
  await before.close(); // one user of the folder less; the server stays
}

const states = async (post: PostOffice): Promise<Record<string, number>> => {
  const rows = await post.sql<{ state: string; n: number }>(
    sql`SELECT state, count(*)::int AS n FROM actions WHERE org_id = current_org() GROUP BY state`,
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
};

it('loses no message and sends none twice', async () => {
  const post = await PostOffice.open(db, 'database-killed', server.port);
  for (let n = 0; n < MAILS; n += 1) await post.debtor(`C${n}`);
  expect(await post.approveAll()).toBe(MAILS);
  server.manners.delayMs = 4;
  for (const [round, at] of KILLED_AT.entries()) {
    const sending = post.deliver(round + 1).catch((error: unknown) => error);
    while (server.taken.length < at) await new Promise((resolve) => setTimeout(resolve, 1));
    await killAndReopen();
    await sending;
    post.hour += 1;
    await recoverClaims(post.context);
    const now = await states(post);
    expect((now.queued ?? 0) + (now.sent ?? 0) + (now.uncertain ?? 0)).toBe(MAILS);
  }
  await post.deliver(9);
  const after = await states(post);
  expect((after.sent ?? 0) + (after.uncertain ?? 0)).toBe(MAILS);
  expect(after.uncertain ?? 0).toBeLessThanOrEqual(KILLED_AT.length * 10);
  expect(new Set(server.taken).size).toBe(server.taken.length);
  expect(await withOrg(db, post.orgId, (tx) => verifyJournal(tx))).toMatchObject({ ok: true });
  console.log(`database killed ${KILLED_AT.length} times: ${after.sent} sent, ${after.uncertain ?? 0} uncertain`);
}, 180_000);
