// Receive file: one uploaded file streamed to disk, hashed on its way, in a folder of its organization.
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Upload } from '@quittance/contracts/route';
import type { FastifyRequest } from 'fastify';
import { Refused } from '../problems/index.ts';
import type { OrgContext, ReceivedFile } from '../services/index.ts';

const MEGABYTE = 1024 ** 2;
const KEPT_MS = 24 * 3_600_000;

/** Folder of an organization's uploads. */
export const uploadsFolder = (dataDir: string, orgId: number): string => join(dataDir, 'uploads', String(orgId));

const safeName = (name: string): string =>
  [...basename(name.replaceAll('\\', '/'))]
    .filter((char) => char >= ' ' && char !== '\u007f')
    .join('')
    .slice(0, 200) || 'file';

/** Deletes what was uploaded more than a day ago and never imported. */
async function tidy(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > KEPT_MS) await rm(path, { force: true });
  }
}

const counting = () => {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _, next) {
      bytes += chunk.length;
      hash.update(chunk);
      next(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
};

/** Keeps the file of a request aside. @throws Refused `unsupported_media_type`, `body_too_large` */
export async function receiveFile(
  request: FastifyRequest,
  upload: Upload,
  place: Readonly<{ dataDir: string; context: OrgContext }>,
): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw new Refused('unsupported_media_type', { expected: 'multipart/form-data' });
  const part = await request.file({ limits: { fileSize: upload.maxBytes, files: 1 } });
  if (part === undefined) throw new Refused('unsupported_media_type', { expected: 'multipart/form-data, file' });
  const folder = uploadsFolder(place.dataDir, place.context.orgId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await tidy(folder).catch((error: unknown) => request.log.warn(error, 'uploads could not be tidied'));
  const uploadId = randomBytes(16).toString('base64url');
  const path = join(folder, uploadId);
  const count = counting();
  try {
    await pipeline(part.file, count.through, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    if (part.file.truncated)
      throw new Refused('body_too_large', { maxMegabytes: Math.floor(upload.maxBytes / MEGABYTE) });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { uploadId, path, fileName: safeName(part.filename), ...count.result() };
}
