// The command line wrongly used, and what it gives without a company: exit codes, sentences, templates.
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCompanyHouse } from './cli-house.ts';
import { makeDataFolder, runCli } from './run-cli.ts';

let folder: Awaited<ReturnType<typeof makeDataFolder>>;
const quittance = (...words: string[]) => runCli(folder.path, words);
beforeAll(async () => {
  folder = await makeDataFolder();
});
// None of these needs a database, and none makes one; the port alone is asked for in a house that is open.
afterAll(async () => {
  expect(existsSync(join(folder.path, 'postgres'))).toBe(false);
  await folder.remove();
});

test('wrong usage leaves with 2, says so, and prints nothing', async () => {
  const { code, stdout, stderr } = await quittance('nonsense', '--json');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Commande inconnue : nonsense');
  expect(await quittance('serve', '--port', 'many')).toMatchObject({ code: 2, stdout: '' });
  // 552 100 553: the key of 55210055 is 4.
  const mistyped = await quittance('init', '--company', 'Faute de frappe', '--siren', '552100553');
  expect(mistyped).toMatchObject({ code: 2, stdout: '' });
  expect(mistyped.stderr).toContain('SIREN');
});

test('a port in use is named, and how to choose another', async () => {
  const busy = createServer();
  await new Promise<void>((listening) => busy.listen(0, '127.0.0.1', listening));
  const { port } = busy.address() as AddressInfo;
  const house = await openCompanyHouse();
  try {
    const { code, stderr } = await house.quittance('serve', '--port', String(port));
    expect(code).toBe(1);
    expect(stderr).toContain(`Le port ${port} est pris`);
  } finally {
    busy.close();
    await house.close();
  }
});

test('a folder is no file: refused by its name, in JSON too', async () => {
  const { code, stdout } = await quittance('import', 'auto', folder.path, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ refusal: { code: 'file_unreadable', file: folder.path } });
});

test('templates are files to fill in: a header and two rows', async () => {
  const { code, stdout } = await quittance('template', 'invoices', '--lang', 'en');
  expect(code).toBe(0);
  expect(stdout.trim().split('\r\n')).toHaveLength(3);
  expect(stdout).toMatch(/^\ufeffcustomer_ref,invoice_number,kind,issued_on,due_on,gross/);
});

test('says what is not in this release', async () => {
  const { code, stderr } = await quittance('score');
  expect({ code, stderr: stderr.trim() }).toEqual({ code: 1, stderr: '« score » n’est pas dans cette version.' });
});
