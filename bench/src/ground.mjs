// The ground benchmarks stand on: an embedded server of their own, tuned as shipped, one fresh database for each size.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@quittance/db/cluster';
import { migrate } from '@quittance/db/migrate';
import { createDb, createPool } from '@quittance/db/tx';
import pg from 'pg';

/** The day benchmarks live on. */
export const BENCH_DAY = '2026-11-25';

const inDatabase = (url, database) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

const connected = async (url) => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // reported by the query that meets it
  await client.connect();
  return client;
};

/** Opens the server. `close` stops it and removes its folder. */
export async function openGround() {
  const dataDir = await mkdtemp(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'quittance-bench-'));
  const cluster = await openEmbedded({ dataDir });
  await migrate({ ownerUrl: cluster.ownerUrl });
  // Served houses reach their database as an external one, by its owner, who must be able to act as the application.
  const granting = await connected(cluster.adminUrl);
  await granting.query('GRANT quittance_app TO quittance_owner');
  await granting.end();
  let count = 0;
  return {
    dataDir,
    version: async () => {
      const client = await connected(cluster.adminUrl);
      const { rows } = await client.query('SHOW server_version');
      await client.end();
      return rows[0].server_version;
    },
    /** A migrated database with one organization and one company in it. */
    freshDatabase: async () => {
      count += 1;
      const name = `bench_${count}`;
      const root = await connected(cluster.adminUrl);
      await root.query(`CREATE DATABASE ${name} TEMPLATE quittance OWNER quittance_owner`);
      await root.end();
      const admin = await connected(inDatabase(cluster.adminUrl, name));
      const { rows } = await admin.query("SELECT create_organization('bench', 'Bench') AS id");
      const orgId = Number(rows[0].id);
      await admin.query("SELECT set_config('app.org_id', $1, false)", [String(orgId)]);
      const made = await admin.query(
        "INSERT INTO companies (code, name) VALUES ('bench', 'Bench') RETURNING company_id",
      );
      const appUrl = inDatabase(cluster.appUrl, name);
      const pool = createPool({ url: appUrl, name: 'quittance bench' });
      const db = createDb({ pool });
      return {
        admin,
        pool,
        db,
        appUrl,
        ownerUrl: inDatabase(cluster.ownerUrl, name),
        orgId,
        companyId: Number(made.rows[0].company_id),
        close: async () => {
          await db.destroy();
          if (!pool.ended) await pool.end();
          await admin.end();
          const again = await connected(cluster.adminUrl);
          await again.query(`DROP DATABASE ${name} WITH (FORCE)`);
          await again.end();
        },
      };
    },
    close: async () => {
      await cluster.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
