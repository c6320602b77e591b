import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyFolder } from '@quittance/testkit/database';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type EmbeddedCluster, openEmbedded } from './embedded/open-embedded.ts';
import { compileCluster, openElsewhere, serversOf } from './other-process.ts';

// Real servers on a real disk: slow where the machine is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folders: string[] = [];
let opened = '';
beforeAll(async () => {
  compileCluster();
  opened = mkdtempSync(join(tmpdir(), 'quittance-opened-'));
  chmodSync(opened, 0o711);
  await (await openEmbedded({ dataDir: opened })).close();
});
afterAll(() => rmSync(opened, { recursive: true, force: true }));
afterEach(() => {
  for (const folder of folders.splice(0)) {
    for (const pid of serversOf(folder)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'quittance données 1 ')));
  chmodSync(folder, 0o711); // as root, the server runs as another user, who has to pass
  return folder;
}

function newFolder(): string {
  const folder = makeFolder();
  folders.push(folder);
  return folder;
}

// As if this folder had been opened and closed before: a copy, for creating a database takes its second.
function folderOpenedBefore(): string {
  const folder = newFolder();
  copyFolder(opened, folder);
  return folder;
}

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

const portOf = (url: string): number => Number(new URL(url).port);

describe('a new data folder', () => {
  const dataDir = makeFolder();
  let cluster: EmbeddedCluster;
  beforeAll(async () => {
    cluster = await openEmbedded({ dataDir });
  });
  afterAll(async () => {
    await cluster?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('gets a sealed server: loopback, passwords, weak roles, ICU and the extensions', async () => {
    const settings = await ask<{ name: string; setting: string }>(
      cluster.adminUrl,
      `select name, setting from pg_settings where name in
        ('listen_addresses', 'unix_socket_directories', 'fsync', 'TimeZone', 'jit', 'max_connections', 'password_encryption')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'on',
      TimeZone: 'UTC',
      jit: 'off',
      max_connections: '80',
      password_encryption: 'scram-sha-256',
    });
    const locale = `select datlocprovider as provider, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'quittance'`;
    expect(await ask(cluster.ownerUrl, locale)).toEqual([{ provider: 'i', encoding: 'UTF8' }]);
    const roles = `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong from pg_roles
      where rolname like 'quittance%' order by 1`;
    expect(await ask(cluster.appUrl, roles)).toEqual([
      { rolname: 'quittance_app', strong: false },
      { rolname: 'quittance_owner', strong: false },
      { rolname: 'quittance_portfolio', strong: false },
    ]);
    const words = await ask(
      cluster.appUrl,
      `select unaccent('Éléonore') as plain, similarity('facture', 'factures') > 0.5 as near`,
    );
    expect(words).toEqual([{ plain: 'Eleonore', near: true }]);
    const wrong = new URL(cluster.appUrl);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(ask(cluster.appUrl, 'create table public.mine (n int)')).rejects.toMatchObject({ code: '42501' });
  });

  it.skipIf(process.platform === 'win32')('keeps passwords to their owner and leaves nothing half done', async () => {
    const root = join(dataDir, 'postgres');
    expect(statSync(join(root, 'connection.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'data')).mode & 0o077).toBe(0);
    expect(readdirSync(root).sort()).toEqual(['connection.json', 'data', 'locks', 'server.log', 'users']);
    await cluster.close();
    expect(readdirSync(join(root, 'users'))).toEqual([]);
  });
});

describe('the port', () => {
  it('stays the same from one start to the next, and changes only when somebody took it', async () => {
    const dataDir = folderOpenedBefore();
    const first = await openEmbedded({ dataDir });
    await first.close();
    const second = await openEmbedded({ dataDir });
    expect(second.ownerUrl).toBe(first.ownerUrl);
    await second.close();
    const squatter = createServer().listen(portOf(first.ownerUrl), '127.0.0.1');
    const third = await openEmbedded({ dataDir });
    expect(portOf(third.ownerUrl)).not.toBe(portOf(first.ownerUrl));
    await third.close();
    squatter.close();
    const fourth = await openEmbedded({ dataDir });
    expect(fourth.ownerUrl).toBe(third.ownerUrl);
    await fourth.close();
  });
});

describe('several processes', () => {
  it('share one server, which ends with the last of them, whoever started it', async () => {
    const dataDir = folderOpenedBefore();
    const starter = openElsewhere(dataDir);
    const { ownerUrl } = await starter.said;
    const joiner = openElsewhere(dataDir);
    expect(await joiner.said).toEqual({ ownerUrl });
    const here = await openEmbedded({ dataDir });
    expect(here.ownerUrl).toBe(ownerUrl);
    expect(serversOf(dataDir)).toHaveLength(1);
    await starter.close();
    expect(await ask(here.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await here.close();
    expect(serversOf(dataDir)).toHaveLength(1);
    await joiner.close();
    expect(serversOf(dataDir)).toEqual([]);
  });

  it('starting together on an empty folder make one server', async () => {
    const dataDir = newFolder();
    const all = [1, 2, 3, 4].map(() => openElsewhere(dataDir));
    const said = await Promise.all(all.map((other) => other.said));
    expect(new Set(said.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
    expect(said[0]?.ownerUrl).toBeDefined();
    expect(serversOf(dataDir)).toHaveLength(1);
    await Promise.all(all.map((other) => other.close()));
    expect(serversOf(dataDir)).toEqual([]);
  });

  it('opening and closing without pause never meet a half-stopped server', async () => {
    const dataDir = folderOpenedBefore();
    const turns = async () => {
      for (let n = 0; n < 6; n += 1) {
        const cluster = await openEmbedded({ dataDir });
        expect(await ask(cluster.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
        await cluster.close();
      }
    };
    await Promise.all([turns(), turns(), turns()]);
    expect(serversOf(dataDir)).toEqual([]);
  });
});

describe('kill -9', () => {
  it('of the process that started the server leaves it running for the next one, with its data', async () => {
    const dataDir = folderOpenedBefore();
    const parent = openElsewhere(dataDir);
    const { ownerUrl } = await parent.said;
    await ask(ownerUrl!, 'create table kept as select 42 as n');
    const before = serversOf(dataDir);
    await parent.kill('SIGKILL');
    const next = await openEmbedded({ dataDir });
    expect(serversOf(dataDir)).toEqual(before);
    expect(await ask(next.ownerUrl, 'select n from kept')).toEqual([{ n: 42 }]);
    await next.close();
    expect(serversOf(dataDir)).toEqual([]);
  });

  it('of one of two users does not keep the server from ending with the other', async () => {
    const dataDir = folderOpenedBefore();
    const here = await openEmbedded({ dataDir });
    const other = openElsewhere(dataDir);
    await other.said;
    await other.kill('SIGKILL');
    await here.close();
    expect(serversOf(dataDir)).toEqual([]);
  });

  it('of the server itself loses nothing committed, even when its pid now belongs to another program', async () => {
    const dataDir = folderOpenedBefore();
    const cluster = await openEmbedded({ dataDir });
    await ask(cluster.ownerUrl, 'create table kept as select generate_series(1, 1000) as n');
    const [pid] = serversOf(dataDir);
    process.kill(pid!, 'SIGKILL');
    const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(String(pid), String(process.pid)));
    const again = await openEmbedded({ dataDir });
    expect(await ask(again.ownerUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    await cluster.close();
    await again.close();
    expect(serversOf(dataDir)).toEqual([]);
  });

  it('in the middle of creating the database leaves neither a lock nor a wreck', async () => {
    const dataDir = newFolder();
    const root = join(dataDir, 'postgres');
    const killed = openElsewhere(dataDir);
    const isInitializing = () => {
      try {
        return readdirSync(root).some(
          (name) => name.startsWith('init-') && readdirSync(join(root, name)).includes('data'),
        );
      } catch {
        return false;
      }
    };
    while (!isInitializing()) await sleep(5);
    await killed.kill('SIGKILL', 'group');
    const next = await openEmbedded({ dataDir });
    expect(await ask(next.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(root).filter((name) => name.startsWith('init-'))).toEqual([]);
    await next.close();
  });

  it('between the start and the first content is made good by the next start', async () => {
    const dataDir = folderOpenedBefore();
    const file = join(dataDir, 'postgres', 'connection.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), isBootstrapped: false }));
    const next = await openEmbedded({ dataDir });
    expect(await ask(next.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.close();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ isBootstrapped: true });
  });

  it('leaves a server with two of its three roles to be completed', async () => {
    const dataDir = folderOpenedBefore();
    const file = join(dataDir, 'postgres', 'connection.json');
    const first = await openEmbedded({ dataDir });
    const admin = new URL(first.ownerUrl);
    const { passwords, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
    admin.username = 'postgres';
    admin.password = passwords.postgres;
    await ask(admin.href, 'drop owned by quittance_portfolio');
    await ask(admin.href, 'drop role quittance_portfolio');
    await first.close();
    writeFileSync(file, JSON.stringify({ ...rest, passwords, isBootstrapped: false }));
    const next = await openEmbedded({ dataDir });
    const may = `select pg_has_role('quittance_app', 'quittance_portfolio', 'set') as may`;
    expect(await ask(next.appUrl, may)).toEqual([{ may: true }]);
    await next.close();
  });
});

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  it('reaches the program, not the server', async () => {
    const dataDir = folderOpenedBefore();
    const other = openElsewhere(dataDir);
    await other.said;
    await other.kill('SIGINT', 'group');
    await sleep(300);
    expect(serversOf(dataDir)).toHaveLength(1);
    await (await openEmbedded({ dataDir })).close();
    expect(serversOf(dataDir)).toEqual([]);
  });
});

describe('a folder that cannot be opened says why', () => {
  it('passwords lost', async () => {
    const dataDir = folderOpenedBefore();
    rmSync(join(dataDir, 'postgres', 'connection.json'));
    await expect(openEmbedded({ dataDir })).rejects.toMatchObject({ name: 'ClusterError', code: 'passwords_lost' });
    expect(readdirSync(join(dataDir, 'postgres', 'users'))).toEqual([]);
  });

  it('data of another version', async () => {
    const dataDir = folderOpenedBefore();
    writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '12\n');
    await expect(openEmbedded({ dataDir })).rejects.toMatchObject({
      code: 'version_mismatch',
      facts: { found: 12, expected: 18 },
    });
  });

  it('a server that does not start, with the end of its log', async () => {
    const dataDir = folderOpenedBefore();
    await expect(openEmbedded({ dataDir, settings: { wal_level: 'nonsense' } })).rejects.toMatchObject({
      code: 'start_failed',
      message: expect.stringContaining('invalid value for parameter "wal_level"'),
    });
    await (await openEmbedded({ dataDir })).close();
  });
});
