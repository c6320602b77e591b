// Starts one embedded PostgreSQL for a whole test run and migrates the database that test files clone.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@quittance/db/cluster';
import { migrate } from '@quittance/db/migrate';
import type { TestProject } from 'vitest/node';

/** Addresses of the run's server; its database `quittance` is the migrated template. */
export type TestServer = {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly folder: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    quittanceServer: TestServer;
  }
}

// Tests need no durability: nothing they write outlives them.
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
  shared_buffers: '128MB',
};

/** Vitest's globalSetup: gives the addresses to test files, and stops and removes the server at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'quittance-test-'));
  await chmod(dataDir, 0o711); // as root, the server runs as another user, who has to pass
  const server = await openEmbedded({ dataDir, settings: FAST });
  const teardown = async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate({ ownerUrl: server.ownerUrl });
  } catch (error) {
    await teardown();
    throw error;
  }
  const { adminUrl, ownerUrl, appUrl } = server;
  project.provide('quittanceServer', { adminUrl, ownerUrl, appUrl, folder: dataDir });
  return teardown;
}
