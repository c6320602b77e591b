// Keep a file made by the product, by its hash, in the transaction of what it proves; read it back whole.
import { createHash } from 'node:crypto';
import { findFile, readFile } from '@quittance/db/files';
import { insertFile } from '@quittance/db/files/write';
import type { Tx } from '@quittance/db/tx';

async function* onePiece(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

/** Stores the content once; returns its SHA-256. */
export async function keepFile(
  tx: Tx,
  file: Readonly<{ name: string; mediaType: string; content: Uint8Array }>,
): Promise<string> {
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  const { name, mediaType, content } = file;
  await insertFile(tx, { sha256, name, mediaType, bytes: content.byteLength }, onePiece(content));
  return sha256;
}

/** A kept file with its content; undefined where there is none of that hash. */
export async function takeFile(
  tx: Tx,
  sha256: string,
): Promise<{ name: string; mediaType: string; content: Buffer } | undefined> {
  const file = await findFile(tx, sha256);
  if (!file) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of readFile(tx, sha256)) pieces.push(piece);
  return { name: file.name, mediaType: file.mediaType, content: Buffer.concat(pieces) };
}
