// Uploads: files kept aside between being sent and being imported, each with a card of its name and size.
import { createReadStream } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uploadsFolder } from '../../http/index.ts';
import type { ReceivedFile } from '../../services/index.ts';

/** A file kept aside. */
export type KeptUpload = Readonly<{ uploadId: string; path: string; fileName: string; bytes: number; sha256: string }>;

const cardOf = (path: string): string => `${path}.json`;

/** Keeps the name of a received file beside it: its folder knows only its id. */
export const keepCard = ({ path, uploadId, fileName, bytes, sha256 }: ReceivedFile): Promise<void> =>
  writeFile(cardOf(path), JSON.stringify({ uploadId, fileName, bytes, sha256 }), { mode: 0o600 });

/** The upload of that id in an organization, or undefined. The id has been checked to be a plain name. */
export async function findUpload(dataDir: string, orgId: number, uploadId: string): Promise<KeptUpload | undefined> {
  const path = join(uploadsFolder(dataDir, orgId), uploadId);
  try {
    await stat(path);
    return { ...(JSON.parse(await readFile(cardOf(path), 'utf8')) as Omit<KeptUpload, 'path'>), path };
  } catch {
    return undefined;
  }
}

/** Opens the file from its start, each time it is asked. */
export const openerOf = (path: string) => () => createReadStream(path) as AsyncIterable<Uint8Array>;

/** Forgets an upload once it has been imported: the database keeps the file. */
export async function dropUpload(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(cardOf(path), { force: true });
}
