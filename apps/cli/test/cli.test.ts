// The command line as scripts use it: a company made, books brought in, reminders lived through, a backup taken and brought back.
// One data folder serves all; the test keeps its PostgreSQL open, so that each command joins a server that runs.
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmbeddedCluster, openEmbedded } from '@quittance/db/cluster';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { makeDataFolder, type Ran, runCli, startCli } from './run-cli.ts';

let folder: Awaited<ReturnType<typeof makeDataFolder>>;
let other: Awaited<ReturnType<typeof makeDataFolder>>;
let cluster: EmbeddedCluster;

const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '32MB' };
const PASSWORD = 'quatre mots sans suite';

beforeAll(async () => {
  const compiled = fileURLToPath(new URL('../dist/main.js', import.meta.url));
  if (!existsSync(compiled)) throw new Error('the command is not compiled: npm run build');
  folder = await makeDataFolder();
  other = await makeDataFolder();
  cluster = await openEmbedded({ dataDir: folder.path, settings: FAST });
});
afterAll(async () => {
  await cluster?.close();
  await folder?.remove();
  await other?.remove();
});

const quittance = (...words: string[]): Promise<Ran> => runCli(folder.path, words);

/** Runs with --json; the whole of stdout is one document. */
async function json<T>(...words: string[]): Promise<T> {
  const { code, stdout, stderr } = await quittance(...words, '--json');
  if (code !== 0) throw new Error(`${words.join(' ')} left with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

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
  try {
    const { code, stderr } = await quittance('serve', '--port', String(port));
    expect(code).toBe(1);
    expect(stderr).toContain(`Le port ${port} est pris`);
  } finally {
    busy.close();
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

describe('a company', () => {
  it('is asked for while there is none', async () => {
    const { code, stdout, stderr } = await quittance('kpis');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('quittance init --company');
  });

  it('is made with its first user; made again, it is the same', async () => {
    const words = [
      'init',
      '--company',
      'Menuiserie Delorme',
      '--email',
      'anne@delorme.example',
      '--password-stdin',
      '--json',
    ];
    const weak = await runCli(folder.path, words, 'court\n');
    expect(weak.code).toBe(1);
    const first = await runCli(folder.path, words, `${PASSWORD}\n`);
    expect(first.code).toBe(0);
    const again = await runCli(folder.path, words, `${PASSWORD}\n`);
    expect(JSON.parse(first.stdout)).toMatchObject({ orgId: 1, companyId: 1, userId: expect.any(String) });
    expect(again.stdout).toBe(first.stdout);
  });

  it('has to be named where there are several', async () => {
    await json('init', '--company', 'Seconde', '--org', 'menuiserie-delorme');
    const { code, stdout, stderr } = await quittance('customers', '--json');
    expect(code).toBe(1);
    expect(stderr).toContain('--company seconde');
    expect(JSON.parse(stdout)).toMatchObject({ refusal: { code: 'company_ambiguous' } });
    expect(await json('customers', '--company', 'seconde')).toEqual([]);
    const absent = await quittance('customers', '--company', 'troisieme');
    expect(absent.code).toBe(1);
    expect(absent.stderr).toContain('troisieme');
  });
});

const FEC_HEADER =
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise';
const FEC = [
  FEC_HEADER,
  'VT|Ventes|1|20260115|411000|Clients|C10|Atelier Ponsard|FA1|20260115|Facture FA1|1200,00|0,00|||20260115||',
  'VT|Ventes|1|20260115|707000|Ventes|||FA1|20260115|Facture FA1|0,00|1000,00|||20260115||',
  'VT|Ventes|1|20260115|445710|TVA|||FA1|20260115|Facture FA1|0,00|200,00|||20260115||',
  'BQ|Banque|2|20260210|512000|Banque|||R1|20260210|Virement|500,00|0,00|||20260210||',
  'BQ|Banque|2|20260210|411000|Clients|C10|Atelier Ponsard|R1|20260210|Virement|0,00|500,00|||20260210||',
];

describe('imports', () => {
  const here = ['--company', 'seconde'];

  it('bring books in to the cent, and know them again', async () => {
    const path = await file('123456789FEC20261231.txt', FEC);
    const words = ['import', 'auto', path, '--on', '2026-12-31', ...here];
    const dry = await json<[object]>(...words, '--dry-run');
    expect(dry[0]).toMatchObject({ file: path, kind: 'fec', status: 'dry_run', openCents: 70_000, errors: [] });
    expect(await json('customers', ...here)).toEqual([]);
    const first = await json<[object]>(...words);
    expect(first[0]).toMatchObject({
      status: 'imported',
      counts: { customers: { created: 1, updated: 0 } },
      openCents: 70_000,
    });
    const again = await json<[object]>(...words);
    expect(again[0]).toMatchObject({ status: 'unchanged', openCents: 70_000 });
  });

  it('say which file is refused, and leave with 1', async () => {
    const path = await file('photo.csv', ['\u0000\u0001\u0002']);
    const { code, stdout, stderr } = await quittance('import', 'fec', path, '--json', ...here);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ file: path, kind: 'fec', status: 'refused', openCents: 70_000 }]);
    expect(stderr).toContain('1 fichier(s) refusé(s)');
    const absent = await quittance('import', 'fec', 'nowhere.txt', ...here);
    expect(absent.code).toBe(1);
    expect(absent.stderr).toContain('nowhere.txt');
    const notYet = await quittance('import', 'einvoice', path, '--json', ...here);
    expect(JSON.parse(notYet.stdout)).toMatchObject([
      { status: 'refused', refusal: { code: 'kind_not_supported_yet' } },
    ]);
  });

  it('show the balance as of any day, in every form', async () => {
    const balance = await json('aged-balance', '--on', '2026-02-20', ...here);
    expect(balance).toEqual({
      on: '2026-02-20',
      currency: 'EUR',
      buckets: ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus'],
      customers: [
        {
          ref: 'C10',
          name: 'Atelier Ponsard',
          // 15 January + 30 days = 14 February: six days late.
          cents: { not_due: 0, d1_30: 120_000, d31_60: 0, d61_90: 0, d91_plus: 0 },
          unappliedCents: 50_000,
          totalCents: 70_000,
        },
      ],
      totals: {
        cents: { not_due: 0, d1_30: 120_000, d31_60: 0, d61_90: 0, d91_plus: 0 },
        unappliedCents: 50_000,
        totalCents: 70_000,
      },
    });
    const before = await json<{ totals: { totalCents: number } }>('aged-balance', '--on', '2026-02-09', ...here);
    expect(before.totals.totalCents).toBe(120_000);
    const csv = await quittance('aged-balance', '--on', '2026-02-20', '--format', 'csv', ...here);
    expect(csv.stdout).toContain('C10;Atelier Ponsard;0,00;1200,00;0,00;0,00;0,00;500,00;700,00;EUR');
    const xlsx = join(folder.path, 'balance.xlsx');
    expect(await json('aged-balance', '--format', 'xlsx', '--out', xlsx, ...here)).toMatchObject({ file: xlsx });
    expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK');
    const text = await quittance('aged-balance', '--on', '2026-02-20', '--lang', 'en', ...here);
    expect(text.stdout).toContain('€700.00');
    const nobody = await quittance('aged-balance', '--customer', 'C99', ...here);
    expect({ code: nobody.code, stderr: nobody.stderr.trim() }).toEqual({
      code: 1,
      stderr: 'Aucun client de compte C99.',
    });
  });

  it('give the indicators and the penalties of the law', async () => {
    expect(await json('kpis', '--on', '2026-02-20', ...here)).toMatchObject({
      on: '2026-02-20',
      overdueCents: 120_000,
      outstandingCents: 70_000,
      notes: expect.any(Object),
    });
    // 15 February to 10 March 2026: 24 days at 12.15 % (ECB 2.15 + 10) on 1,200.00: 9.587 → 9.59; fixed fee 40.00.
    expect(await json('interest', '--invoice', 'FA1', '--on', '2026-03-10', ...here)).toMatchObject({
      segments: [
        { from: '2026-02-15', to: '2026-03-10', days: 24, ratePct: 12.15, principalCents: 120_000, interestCents: 959 },
      ],
      interestCents: 959,
      fixedFeeCents: 4_000,
      totalCents: 4_959,
      basis: { regime: 'business_default' },
    });
    expect(await json('terms-check', '--on', '2026-03-10', ...here)).toEqual([]);
  });
});

type Counts = { planned: number; sent: number; awaitingApproval: number; tasks: number; failed: number };

describe('reminders, lived day by day', () => {
  const here = ['--company', 'menuiserie-delorme'];
  const run = (on: string, approve = 'all') =>
    json<Counts>('reminders', 'run', '--on', on, '--approve', approve, ...here);

  it('start from tables of customers and invoices', async () => {
    const customers = await file('clients.csv', [
      'customer_ref;name;email;phone;address_line1;postal_code;city',
      'C1;Scierie Moreau;compta@moreau.example;+33 1 99 00 00 01;1 rue des Scies;69001;Lyon',
    ]);
    const invoices = await file('factures.csv', [
      'customer_ref;invoice_number;kind;issued_on;due_on;gross',
      'C1;F1;invoice;2027-01-30;2027-03-01;1200,00',
      'C1;F2;invoice;2027-01-30;2027-13-01;1200,00',
    ]);
    const on = ['--on', '2027-02-01', ...here];
    expect(await json('import', 'csv-customers', customers, ...on)).toMatchObject([{ status: 'imported', errors: [] }]);
    expect(await json('import', 'csv-invoices', invoices, ...on)).toMatchObject([
      { status: 'imported', openCents: 120_000, errors: [{ row: 3, column: 'due_on', seen: '2027-13-01' }] },
    ]);
  });

  it('plan with their reasons, and change nothing', async () => {
    const plan = await json('reminders', 'plan', '--on', '2027-02-24', ...here);
    expect(plan).toMatchObject({
      on: '2027-02-24',
      actions: [
        {
          customer: 'C1',
          channel: 'email',
          scenario: 'standard',
          step: 'notice',
          tone: 'notice',
          language: 'fr',
          invoices: ['F1'],
          credits: [],
          totalCents: 120_000,
          needsApproval: false,
          contact: 'Scierie Moreau <compta@moreau.example>',
        },
      ],
      holds: [],
    });
    expect(await json('reminders', 'plan', '--on', '2027-02-23', ...here)).toMatchObject({
      actions: [],
      holds: [{ customer: 'C1', invoice: 'F1', reason: expect.any(String), rule: 'R1', until: '2027-02-24' }],
    });
  });

  // 2027: 1 March is a Monday; −5 = 24 February, +7 = 8 March, +15 = 16 March, +18 = 19 March (a call), +30 = 31 March, +45 = 15 April.
  it('send each step once on its day, and wait for approval where it is due', async () => {
    expect(await run('2027-02-24')).toMatchObject({ planned: 1, sent: 1, failed: 0 });
    expect(await run('2027-02-24')).toMatchObject({ planned: 0, sent: 0 });
    for (const on of ['2027-03-08', '2027-03-16']) expect(await run(on, 'none')).toMatchObject({ sent: 1, tasks: 0 });
    expect(await run('2027-03-19', 'none')).toMatchObject({ sent: 1, tasks: 1 });
    expect(await run('2027-03-31', 'none')).toMatchObject({ sent: 1, tasks: 0 });
    expect(await run('2027-04-15', 'none')).toMatchObject({ sent: 0, awaitingApproval: 1 });
    expect(await run('2027-04-15', 'all')).toMatchObject({ sent: 1, awaitingApproval: 0 });
  }, 180_000);

  it('stand in the outbox with the day they were handed over', async () => {
    type Line = { channel: string; to: string; subject: string; at: string; state: string };
    const outbox = await json<Line[]>('outbox', '--test', ...here);
    expect(outbox.map(({ channel, at, state }) => `${at.slice(0, 10)} ${channel} ${state}`).reverse()).toEqual([
      '2027-02-24 email sent',
      '2027-03-08 email sent',
      '2027-03-16 email sent',
      '2027-03-19 call sent',
      '2027-03-31 letter sent',
      '2027-04-15 registered_letter sent',
    ]);
    expect(outbox.at(-1)).toMatchObject({
      customer: 'C1',
      to: 'compta@moreau.example',
      at: '2027-02-24T09:00:00.000Z',
    });
  });

  it('are simulated without a trace', async () => {
    const simulated = await json<{ days: { on: string; count: number }[] }>(
      ...['reminders', 'simulate', '--from', '2027-04-16', '--to', '2027-05-05', ...here],
    );
    expect(simulated.days).toHaveLength(20);
    expect(simulated.days.filter(({ count }) => count > 0)).toMatchObject([
      { on: '2027-04-30', count: 1, totalCents: 120_000 },
    ]);
    expect(await json<unknown[]>('outbox', ...here)).toHaveLength(6);
  });

  it('show on lists of customers and invoices', async () => {
    expect(await json('invoices', '--status', 'overdue', '--on', '2027-04-16', ...here)).toMatchObject([
      {
        number: 'F1',
        customer: 'C1',
        issuedOn: '2027-01-30',
        dueOn: '2027-03-01',
        dueEstimated: false,
        grossCents: 120_000,
        level: 6,
      },
    ]);
    expect(await json('customers', '--search', 'scierie', ...here)).toMatchObject([
      { ref: 'C1', name: 'Scierie Moreau' },
    ]);
  });
});

describe('the house', () => {
  it('verifies its journal', async () => {
    expect(await json('journal', 'verify')).toMatchObject({ ok: true, events: expect.any(Number) });
  });

  it('adds and disables users', async () => {
    const add = ['user', 'add', '--email', 'paul@delorme.example', '--role', 'auditor', '--password-stdin', '--json'];
    const added = await runCli(folder.path, add, PASSWORD);
    expect(added.code).toBe(0);
    expect((await runCli(folder.path, add, PASSWORD)).code).toBe(1);
    const { userId } = JSON.parse(added.stdout) as { userId: string };
    expect(await json('user', 'disable', '--email', 'paul@delorme.example')).toMatchObject({ userId });
    expect((await quittance('user', 'disable', '--email', 'nobody@delorme.example')).code).toBe(1);
  });

  it('says what is not in this release', async () => {
    const { code, stderr } = await quittance('score');
    expect({ code, stderr: stderr.trim() }).toEqual({ code: 1, stderr: '« score » n’est pas dans cette version.' });
  });

  it('has nothing to match where no bank movement waits', async () => {
    const inFirst = ['--company', 'seconde'];
    for (const words of [['match'], ['match', '--apply', '--on', '2026-02-20']])
      expect(await json(...words, ...inFirst)).toEqual([]);
  });

  it('is backed up, and brought back by a command that starts and stops its own server', async () => {
    const path = join(folder.path, 'all.backup');
    const made = await json<{ rows: number }>('backup', path);
    expect((await stat(path)).mode & 0o077).toBe(0);
    const restored = await runCli(other.path, ['restore', path, '--json']);
    expect(restored.stderr).not.toContain('Échec');
    expect(JSON.parse(restored.stdout)).toMatchObject({ rows: made.rows, organizations: 1 });
    const words = ['aged-balance', '--company', 'seconde', '--on', '2026-02-20', '--json'];
    const [here, there] = [await runCli(folder.path, words), await runCli(other.path, words)];
    expect(there).toMatchObject({ code: 0, stdout: here.stdout });
    const again = await runCli(other.path, ['restore', path]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('--force');
    expect(existsSync(join(other.path, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  });

  it('is joined while its server serves, which nothing is restored under', async () => {
    const path = join(folder.path, 'all.backup');
    const server = startCli(folder.path, ['serve', '--port', '0']);
    try {
      await new Promise<void>((resolve, reject) => {
        server.stdout.once('data', () => resolve());
        server.once('close', (code) => reject(new Error(`serve left with ${code}`)));
      });
      expect(await json('journal', 'verify')).toMatchObject({ ok: true });
      const refused = await quittance('restore', path, '--force');
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
    const junk = await file('junk.backup', ['not a backup']);
    const { code, stderr } = await quittance('restore', junk);
    expect({ code, stderr: stderr.trim() }).toEqual({
      code: 1,
      stderr: 'Ce fichier n’est pas une sauvegarde de Quittance.',
    });
  });
});

describe('an organization besides', () => {
  // Last, because every command after it has to say which organization it means.
  it('take a FEC that carries the SIREN of another company only when told to', async () => {
    await json('init', '--company', 'Cinquième', '--siren', '552100554');
    const inFifth = ['--on', '2026-12-31', '--dry-run', '--json', '--company', 'cinquieme'];
    const path = await file('732829320FEC20261231.txt', FEC);
    const stopped = await quittance('import', 'auto', path, ...inFifth);
    expect(stopped.code).toBe(1);
    expect(JSON.parse(stopped.stdout)).toMatchObject({ refusal: { code: 'other_company', siren: '732829320' } });
    expect(stopped.stderr).toContain('--other-company');
    const meant = await quittance('import', 'auto', path, '--other-company', ...inFifth);
    expect(JSON.parse(meant.stdout)).toMatchObject([{ status: 'dry_run', openCents: 70_000 }]);
    const zeros = await quittance('import', 'fec', await file('000000000FEC20261231.txt', FEC), ...inFifth);
    expect(zeros.code).toBe(0);
  });
});
