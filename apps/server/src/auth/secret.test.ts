// Secret: made once, whole, readable by its owner alone.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSecret } from './secret.ts';

const STARTS = 40;

describe('the secret of a data folder', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'quittance-secret-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  test('is the same for all who start together, alone readable, and leaves nothing else behind', async () => {
    const secrets = await Promise.all(Array.from({ length: STARTS }, () => readSecret(dataDir)));
    expect(new Set(secrets).size).toBe(1);
    expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataDir, 'secret'), 'utf8')).toBe(secrets[0]);
    expect(await readdir(dataDir)).toEqual(['secret']);
  });

  test('is the same on the next start, in a folder made for it', async () => {
    const folder = join(dataDir, 'not', 'there', 'yet');
    expect(await readSecret(folder)).toBe(await readSecret(folder));
  });

  test('is never what a file too short to be one says', async () => {
    await writeFile(join(dataDir, 'secret'), '');
    await expect(readSecret(dataDir)).rejects.toThrow(/too short to be a secret; delete it/);
  });
});
