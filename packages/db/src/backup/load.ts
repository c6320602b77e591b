// Brings a backup back, whole or not at all: the schema it was made with, its rows, its sequences, then its proof; the newer migrations last.
import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { verifyJournal } from '../journal/index.ts';
import { MIGRATIONS_FOLDER, MigrationError, migrate, planMigrations, readMigrations } from '../migrate/index.ts';
import { copyIn, createDb, type Tx } from '../tx/index.ts';
import { type CatalogueTable, enterOrganization, listOrgIds, listTables } from './catalogue.ts';
import {
  type BackupHeader,
  type BackupTable,
  type BackupTrailer,
  LAYOUT,
  MAGIC,
  quoted,
  quotedTable,
  tableName,
} from './format.ts';
import { CutShort, FrameReader } from './frames.ts';
import { bindToSeals, closeTables, isEmpty, listOtherSessions, openTables, restoreSequence } from './target.ts';

/** What restoring needs. `source` gives the backup's bytes, uncompressed; `force` replaces what is there. */
export type LoadOrder = Readonly<{
  ownerUrl: string;
  source: AsyncIterable<Uint8Array>;
  force: boolean;
  log(line: string): void;
}>;

/** Why nothing was restored. */
export type LoadRefusal =
  | Readonly<{ code: 'not_a_backup' }>
  | Readonly<{ code: 'backup_damaged'; what: string }>
  | Readonly<{ code: 'backup_newer'; migration: string }>
  | Readonly<{ code: 'target_newer'; migration: string }>
  | Readonly<{ code: 'target_not_empty' }>
  | Readonly<{ code: 'target_in_use'; sessions: string }>
  | Readonly<{ code: 'journal_broken'; organization: number; line: number }>;

/** What was restored. */
export type Loaded = Readonly<{ madeAt: string; tables: number; rows: number; organizations: number; events: number }>;

// Leaves the transaction without committing it.
class Refused extends Error {
  readonly refusal: LoadRefusal;
  constructor(refusal: LoadRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const damaged = (what: string): Refused => new Refused({ code: 'backup_damaged', what });

async function readHeader(reader: FrameReader): Promise<BackupHeader> {
  const magic = await reader.bytes(MAGIC.length).catch(() => null);
  if (!magic?.equals(MAGIC)) throw new Refused({ code: 'not_a_backup' });
  const header = JSON.parse((await reader.frame()).toString()) as BackupHeader;
  if (header.layout !== LAYOUT) throw new Refused({ code: 'backup_newer', migration: `layout ${header.layout}` });
  return header;
}

const ifUnknown = (error: unknown, refusal: (migration: string) => LoadRefusal): unknown =>
  error instanceof MigrationError && error.code !== 'failed' ? new Refused(refusal(error.file)) : error;

/** Brings the target to the schema the backup was made with; one that is ahead of it stays as it is. */
async function prepareSchema(order: LoadOrder, { migrations }: BackupHeader): Promise<void> {
  try {
    planMigrations(readMigrations(MIGRATIONS_FOLDER), migrations);
  } catch (error) {
    throw ifUnknown(error, (migration) => ({ code: 'backup_newer', migration }));
  }
  try {
    await migrate({ ownerUrl: order.ownerUrl, upTo: migrations.at(-1)?.name ?? '', log: order.log });
  } catch (error) {
    throw ifUnknown(error, (migration) => ({ code: 'target_newer', migration }));
  }
}

type Counted = Readonly<{ table: string; rows: number; sha256: string }>;

async function loadTable(tx: Tx, reader: FrameReader, table: BackupTable): Promise<Counted> {
  const hash = createHash('sha256');
  const rowsOf = async function* () {
    for await (const piece of reader.frames()) {
      hash.update(piece);
      yield piece;
    }
  };
  const rows = await copyIn(
    tx,
    `COPY ${quotedTable(table)} (${table.columns.map(quoted).join(', ')}) FROM STDIN`,
    rowsOf(),
  );
  return { table: tableName(table), rows, sha256: hash.digest('hex') };
}

function compare(counted: readonly Counted[], trailer: BackupTrailer): void {
  for (const [index, want] of trailer.tables.entries()) {
    const got = counted[index];
    if (got?.table !== want.table || got.rows !== want.rows || got.sha256 !== want.sha256) throw damaged(want.table);
  }
}

async function verifyJournals(tx: Tx): Promise<Readonly<{ organizations: number; events: number }>> {
  const orgIds = await listOrgIds(tx);
  await bindToSeals(tx);
  let events = 0;
  for (const orgId of orgIds) {
    await enterOrganization(tx, orgId);
    const check = await verifyJournal(tx);
    if (!check.ok)
      throw new Refused({ code: 'journal_broken', organization: orgId, line: check.firstBroken?.seq ?? 0 });
    events += check.events;
  }
  return { organizations: orgIds.length, events };
}

async function checkTarget(tx: Tx, force: boolean): Promise<void> {
  const sessions = await listOtherSessions(tx);
  if (sessions.length > 0) throw new Refused({ code: 'target_in_use', sessions: sessions.join(', ') });
  if (!force && !(await isEmpty(tx))) throw new Refused({ code: 'target_not_empty' });
}

const sameTables = (header: BackupHeader, tables: readonly CatalogueTable[]): boolean =>
  header.tables.length === tables.length &&
  tables.every((table, index) => {
    const other = header.tables[index]!;
    return tableName(other) === tableName(table) && other.columns.join() === table.columns.join();
  });

async function loadRows(
  tx: Tx,
  reader: FrameReader,
  order: LoadOrder & Readonly<{ header: BackupHeader }>,
): Promise<Loaded> {
  await checkTarget(tx, order.force);
  const tables = await listTables(tx);
  if (!sameTables(order.header, tables)) throw damaged('tables');
  await openTables(tx, tables);
  const counted: Counted[] = [];
  for (const table of order.header.tables) {
    order.log(tableName(table));
    counted.push(await loadTable(tx, reader, table));
  }
  const trailer = JSON.parse((await reader.frame()).toString()) as BackupTrailer;
  compare(counted, trailer);
  for (const sequence of trailer.sequences) await restoreSequence(tx, sequence);
  await closeTables(tx, tables);
  const rows = counted.reduce((sum, table) => sum + table.rows, 0);
  return { madeAt: order.header.madeAt, tables: counted.length, rows, ...(await verifyJournals(tx)) };
}

/** Cut short, not JSON, not what was compressed (zlib's Z_…), or not what a column holds (PostgreSQL's class 22). */
const isUnreadable = (error: unknown): boolean =>
  error instanceof CutShort ||
  error instanceof SyntaxError ||
  /^(Z_|22)/.test(String((error as { code?: unknown })?.code));

/** Restores, or says why not; then nothing has changed but migrations of an empty schema. */
export async function loadDatabase(order: LoadOrder): Promise<Result<Loaded, LoadRefusal>> {
  const reader = new FrameReader(order.source);
  const db = createDb({ url: order.ownerUrl, size: 1, name: 'quittance restore' });
  try {
    const header = await readHeader(reader);
    await prepareSchema(order, header);
    const loaded = await db.transaction().execute((tx) => loadRows(tx, reader, { ...order, header }));
    await migrate({ ownerUrl: order.ownerUrl, log: order.log });
    await sql`ANALYZE`.execute(db);
    return ok(loaded);
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    if (isUnreadable(error)) return refuse({ code: 'backup_damaged', what: (error as Error).message });
    throw error;
  } finally {
    await reader.close().catch(() => {});
    await db.destroy();
  }
}
