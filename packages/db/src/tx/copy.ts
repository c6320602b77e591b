// COPY in and out inside a transaction: the fast road for imports, exports and backups.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Tx } from './database.ts';
import { gather } from './gather.ts';
import { connectionOf } from './raw-client.ts';
import { markStreamUsed } from './stream-watch.ts';

/** Pieces of a COPY stream. */
export type CopySource = AsyncIterable<Buffer | string> | Iterable<Buffer | string>;

/**
 * Feeds `source` to a `COPY … FROM STDIN` statement and returns the number of rows. Pieces may be cut anywhere. An error of
 * the source or of the server ends both and is thrown. The source must not use `tx`: the connection is busy with the copy.
 */
export async function copyIn(tx: Tx, statement: string, source: CopySource): Promise<number> {
  const client = await connectionOf(tx);
  markStreamUsed(tx);
  const sink = client.query(copyFrom(statement));
  await pipeline(Readable.from(gather(source), { objectMode: true }), sink);
  return sink.rowCount;
}

/** The bytes of a `COPY … TO STDOUT` statement; read them to the end before using `tx` again. */
export async function* copyOut(tx: Tx, statement: string): AsyncGenerator<Buffer> {
  const client = await connectionOf(tx);
  markStreamUsed(tx);
  yield* client.query(copyTo(statement)) as AsyncIterable<Buffer>;
}
