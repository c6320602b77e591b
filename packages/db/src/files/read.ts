// Files read back: what is kept under a hash, and its bytes as a stream.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

const expand = promisify(gunzip);

/** A kept file. */
export type FileRow = Readonly<{ sha256: string; name: string; mediaType: string; bytes: number; storedAt: Date }>;

/** The file of that hash in the transaction's organization, or undefined. */
export async function findFile(tx: Tx, sha256: string): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`SELECT sha256, name, media_type AS "mediaType", bytes, stored_at AS "storedAt"
    FROM files WHERE org_id = current_org() AND sha256 = ${sha256}`.execute(tx);
  return rows[0];
}

/** Name, kind and size of the files of those hashes. */
export async function listFiles(tx: Tx, hashes: readonly string[]): Promise<FileRow[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<FileRow>`SELECT sha256, name, media_type AS "mediaType", bytes, stored_at AS "storedAt"
    FROM files WHERE org_id = current_org() AND sha256 = ANY(${hashes as string[]})`.execute(tx);
  return rows;
}

/** The bytes of a kept file, piece by piece; nothing for an unknown hash. */
export async function* readFile(tx: Tx, sha256: string): AsyncGenerator<Buffer> {
  for (let piece = 0; ; piece += 1) {
    const { rows } = await sql<{ content: Buffer }>`SELECT content FROM file_pieces
      WHERE org_id = current_org() AND sha256 = ${sha256} AND piece = ${piece}`.execute(tx);
    if (!rows[0]) return;
    yield await expand(rows[0].content);
  }
}
