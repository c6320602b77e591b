// Back up: the whole installation, every organization, compressed, into any stream of bytes.
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { dumpDatabase } from '@quittance/db/backup';
import type { Clock } from '../ports/clock.ts';

/** What a backup holds. */
export type BackupMade = Readonly<{ madeAt: string; tables: number; rows: number; migrations: number }>;

/** Reads the database of `ownerUrl` as of one instant, and writes it to `out`, which is ended. Others may go on writing meanwhile. */
export async function backUp(place: Readonly<{ ownerUrl: string; clock: Clock }>, out: Writable): Promise<BackupMade> {
  const gzip = createGzip();
  const written = finished(out);
  gzip.on('error', (error) => out.destroy(error));
  out.on('error', (error) => gzip.destroy(error));
  gzip.pipe(out);
  const sink = async (bytes: Uint8Array) => {
    if (!gzip.write(bytes)) await once(gzip, 'drain');
  };
  try {
    const { header, trailer } = await dumpDatabase({ ownerUrl: place.ownerUrl, madeAt: place.clock.now(), sink });
    gzip.end();
    await written;
    const rows = trailer.tables.reduce((sum, table) => sum + table.rows, 0);
    return { madeAt: header.madeAt, tables: trailer.tables.length, rows, migrations: header.migrations.length };
  } catch (error) {
    written.catch(() => {}); // the first error is the one to tell
    out.destroy();
    throw error;
  }
}
