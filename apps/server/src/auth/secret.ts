// Secret: the key that signs session cookies. Made once, kept in the data folder, readable by its owner alone.
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const BYTES = 32;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Writes a new secret beside `path`, whole and on disk, then gives it that name unless another process was faster. */
async function makeSecret(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(randomBytes(BYTES).toString('base64url'));
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

const readIfThere = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });

/** The secret of a data folder, made on first use; two processes starting at once agree on one. @throws when it is too short to be one */
export async function readSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  await mkdir(dataDir, { recursive: true });
  if ((await readIfThere(path)) === null) await makeSecret(path);
  const secret = (await readFile(path, 'utf8')).trim();
  if (secret.length < BYTES) throw new Error(`${path} is too short to be a secret; delete it to have a new one made`);
  return secret;
}
