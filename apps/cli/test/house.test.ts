// quittance journal, backup, restore, serve: a house verified, copied, brought back and joined while it serves.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliHouse, openHouseWithBooks } from './cli-house.ts';
import { makeDataFolder, runCli, startCli } from './run-cli.ts';

let house: CliHouse;
let other: Awaited<ReturnType<typeof makeDataFolder>>;
beforeAll(async () => {
  house = await openHouseWithBooks();
  other = await makeDataFolder();
});
afterAll(async () => {
  await house?.close();
  await other?.remove();
});

describe('the house', () => {
  it('verifies its journal', async () => {
    expect(await house.json('journal', 'verify')).toMatchObject({ ok: true, events: expect.any(Number) });
  });

  it('is backed up, and brought back by a command that starts and stops its own server', async () => {
    const path = join(house.path, 'all.backup');
    const made = await house.json<{ rows: number }>('backup', path);
    expect((await stat(path)).mode & 0o077).toBe(0);
    const restored = await runCli(other.path, ['restore', path, '--json']);
    expect(restored.stderr).not.toContain('Échec');
    expect(JSON.parse(restored.stdout)).toMatchObject({ rows: made.rows, organizations: 1 });
    const words = ['aged-balance', '--company', 'seconde', '--on', '2026-02-20', '--json'];
    const [here, there] = [await runCli(house.path, words), await runCli(other.path, words)];
    expect(there).toMatchObject({ code: 0, stdout: here.stdout });
    const again = await runCli(other.path, ['restore', path]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('--force');
    expect(existsSync(join(other.path, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  });

  it('is joined while its server serves, which nothing is restored under', async () => {
    const path = join(house.path, 'all.backup');
    const server = startCli(house.path, ['serve', '--port', '0']);
    try {
      await new Promise<void>((resolve, reject) => {
        server.stdout.once('data', () => resolve());
        server.once('close', (code) => reject(new Error(`serve left with ${code}`)));
      });
      expect(await house.json('journal', 'verify')).toMatchObject({ ok: true });
      const refused = await house.quittance('restore', path, '--force');
      expect({ code: refused.code, text: refused.stderr }).toMatchObject({
        code: 1,
        text: expect.stringMatching(/quittance server/),
      });
    } finally {
      const left = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGTERM');
      expect(await left).toBe(0);
    }
  });

  it('takes no other file for a backup', async () => {
    const junk = await house.file('junk.backup', ['not a backup']);
    const { code, stderr } = await house.quittance('restore', junk);
    expect({ code, stderr: stderr.trim() }).toEqual({
      code: 1,
      stderr: 'Ce fichier n’est pas une sauvegarde de Quittance.',
    });
  });
});
