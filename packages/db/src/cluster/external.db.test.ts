import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../migrate/index.ts';
import { createDb, withOrg } from '../tx/index.ts';
import { type EmbeddedCluster, openEmbedded } from './embedded/open-embedded.ts';
import { openCluster } from './open-cluster.ts';

// An embedded server plays the external one: emptied of what we make there, with a database of somebody else's user.
let server: EmbeddedCluster;
let admin: pg.Client;
let dataDir = '';
let url = '';

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'quittance-external-'));
  chmodSync(dataDir, 0o711);
  server = await openEmbedded({ dataDir });
  admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query('drop database quittance');
  await admin.query('drop role quittance_portfolio');
  await admin.query('drop role quittance_app');
  await admin.query("create role outsider login password 'secret'");
  await admin.query('create database books owner outsider');
  const address = new URL(server.adminUrl);
  url = `postgres://outsider:secret@${address.host}/books`;
});
afterAll(async () => {
  await admin.end();
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const open = () => openCluster({ dataDir: '/nowhere', databaseUrl: url });

describe('an external server', () => {
  it('is refused with what its administrator has to run, while our role is missing', async () => {
    await expect(open()).rejects.toMatchObject({
      name: 'ClusterError',
      code: 'app_role_missing',
      message: expect.stringContaining('CREATE ROLE quittance_app NOLOGIN; GRANT quittance_app TO'),
    });
  });

  it('is refused when our role could look past row-level security', async () => {
    await admin.query('create role quittance_app nologin bypassrls');
    await admin.query('grant quittance_app to outsider');
    await expect(open()).rejects.toMatchObject({ code: 'app_role_too_strong' });
    await admin.query('drop role quittance_app');
  });

  it('is completed by a user who may create roles, then migrated and used as our role', async () => {
    await admin.query('alter role outsider createrole');
    const cluster = await open();
    expect(cluster).toMatchObject({ kind: 'external', ownerUrl: url });
    await migrate(cluster);
    const db = createDb({ url: cluster.appUrl });
    const who = sql<{ is: string; logged_in: string }>`select current_user as is, session_user as logged_in`;
    expect((await who.execute(db)).rows).toEqual([{ is: 'quittance_app', logged_in: 'outsider' }]);
    const seen = await withOrg(db, 1 as OrgId, (tx) => tx.selectFrom('customers').selectAll().execute());
    expect(seen).toEqual([]);
    const narrowed = { orgId: 1 as OrgId, portfolio: { ownerEmail: null, segments: [] } };
    expect((await withOrg(db, narrowed, (tx) => who.execute(tx))).rows[0]?.is).toBe('quittance_portfolio');
    await expect(sql`create table public.mine (n int)`.execute(db)).rejects.toMatchObject({ code: '42501' });
    await db.destroy();
    await cluster.close();
    expect(await migrate(await open())).toEqual([]);
  });

  it('that does not answer says so', async () => {
    const nobody = openCluster({ dataDir: '/nowhere', databaseUrl: 'postgres://u:p@127.0.0.1:1/none' });
    await expect(nobody).rejects.toMatchObject({ code: 'unreachable' });
  });
});
