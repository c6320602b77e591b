// Writes a backup out of the running database: every row of every organization as of one instant, while others go on writing.
import { createHash } from 'node:crypto';
import { copyOut, createDb, type Tx } from '../tx/index.ts';
import {
  type CatalogueTable,
  enterOrganization,
  listMigrations,
  listOrgIds,
  listSequences,
  listTables,
} from './catalogue.ts';
import { type BackupHeader, type BackupTrailer, LAYOUT, MAGIC, quoted, quotedTable, tableName } from './format.ts';
import { frame, inLargePieces } from './frames.ts';

type Sink = (bytes: Uint8Array) => Promise<void>;
type TableSum = BackupTrailer['tables'][number];

const END_OF_TABLE = frame(new Uint8Array());
const LINE_FEED = 0x0a;
const json = (value: unknown): Buffer => frame(Buffer.from(JSON.stringify(value)));

function countLines(piece: Buffer): number {
  let lines = 0;
  for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

const selectOf = (table: CatalogueTable, orgId: number | null): string =>
  `COPY (SELECT ${table.columns.map(quoted).join(', ')} FROM ${quotedTable(table)}${
    orgId === null ? '' : ` WHERE org_id = ${orgId}`
  }) TO STDOUT`;

/** Rows of an organization's table are read organization by organization: row-level security holds for the owner too. */
async function dumpTable(
  tx: Tx,
  job: Readonly<{ table: CatalogueTable; orgIds: readonly number[]; sink: Sink }>,
): Promise<TableSum> {
  const { table, orgIds, sink } = job;
  const hash = createHash('sha256');
  let rows = 0;
  for (const orgId of table.sealed ? orgIds : [null]) {
    if (orgId !== null) await enterOrganization(tx, orgId);
    for await (const piece of inLargePieces(copyOut(tx, selectOf(table, orgId)))) {
      rows += countLines(piece); // a line feed inside a value is written \n
      hash.update(piece);
      await sink(frame(piece));
    }
  }
  await sink(END_OF_TABLE);
  return { table: tableName(table), rows, sha256: hash.digest('hex') };
}

/** What dumping needs. The address is the owner's: tables of identity and the list of migrations are not the application's to read. */
export type DumpOrder = Readonly<{ ownerUrl: string; madeAt: Date; sink: Sink }>;

/** Hands the whole backup to `sink`, piece by piece, in flat memory; returns what is in it. */
export async function dumpDatabase({
  ownerUrl,
  madeAt,
  sink,
}: DumpOrder): Promise<Readonly<{ header: BackupHeader; trailer: BackupTrailer }>> {
  const db = createDb({ url: ownerUrl, size: 1, name: 'quittance backup' });
  try {
    const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
    return await snapshot.execute(async (tx) => {
      const tables = await listTables(tx);
      const header: BackupHeader = {
        layout: LAYOUT,
        madeAt: madeAt.toISOString(),
        migrations: await listMigrations(tx),
        tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns })),
      };
      await sink(MAGIC);
      await sink(json(header));
      const orgIds = await listOrgIds(tx);
      const sums: TableSum[] = [];
      for (const table of tables) sums.push(await dumpTable(tx, { table, orgIds, sink }));
      const trailer: BackupTrailer = { tables: sums, sequences: await listSequences(tx) };
      await sink(json(trailer));
      return { header, trailer };
    });
  } finally {
    await db.destroy();
  }
}
