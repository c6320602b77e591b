// Files kept as they came: cut into pieces of 1 MiB, each compressed, under the hash of the whole. Only use cases call this.
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

const compress = promisify(gzip);
const PIECE_BYTES = 1024 * 1024;
/** Compressed ahead of the database: both cores work, memory stays flat. */
const AHEAD = 3;

/** A file to keep. `sha256` and `bytes` are of the whole, known before. */
export type NewFile = Readonly<{ sha256: string; name: string; mediaType: string; bytes: number }>;

/** Keeps a file, unless one of that hash is kept already. Returns whether it was new. */
export async function insertFile(tx: Tx, file: NewFile, source: AsyncIterable<Uint8Array>): Promise<boolean> {
  const made = await sql`INSERT INTO files (sha256, name, media_type, bytes)
    VALUES (${file.sha256}, ${file.name}, ${file.mediaType}, ${file.bytes}) ON CONFLICT (org_id, sha256) DO NOTHING RETURNING 1`.execute(
    tx,
  );
  if (made.rows.length === 0) return false;
  const ahead: Promise<Buffer>[] = [];
  let piece = 0;
  const storeNext = async (): Promise<void> => {
    const content = await ahead.shift()!;
    await sql`INSERT INTO file_pieces (sha256, piece, content) VALUES (${file.sha256}, ${piece}, ${content})`.execute(
      tx,
    );
    piece += 1;
  };
  for await (const part of inPieces(source)) {
    ahead.push(compress(part, { level: constants.Z_BEST_SPEED }));
    if (ahead.length >= AHEAD) await storeNext();
  }
  while (ahead.length > 0) await storeNext();
  return true;
}

async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (let chunk of source) {
    while (size + chunk.length >= PIECE_BYTES) {
      const room = PIECE_BYTES - size;
      yield Buffer.concat([...parts, chunk.subarray(0, room)]);
      chunk = chunk.subarray(room);
      parts = [];
      size = 0;
    }
    if (chunk.length > 0) parts.push(chunk);
    size += chunk.length;
  }
  if (size > 0) yield Buffer.concat(parts);
}
