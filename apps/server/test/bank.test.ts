// Bank accounts and statements at the door: what imports brought, what is missing, names, IBANs, two accounts that are one; zipped statements.
import { zipOf } from '@quittance/testkit/zip';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { openImportHouse } from './import-house.ts';

const IBAN = 'FR7630006000011234567890189';
const page = (opening: string, closing: string, on: string, amount: string, text = 'VIR') =>
  [
    ':20:A',
    `:25:${IBAN}`,
    ':28C:1/1',
    `:60F:C${on}EUR${opening}`,
    `:61:${on}${on.slice(2)}C${amount}NTRFNONREF`,
    `:86:${text}`,
    `:62F:C${on}EUR${closing}`,
    '-',
    '',
  ].join('\r\n');
// 100,00 + 50,00 = 150,00; the next page opens with 170,00: 20,00 are missing.
const STATEMENTS = page('100,00', '150,00', '270301', '50,00') + page('170,00', '180,00', '270308', '10,00');
const GAP = { afterOn: '2027-03-01', beforeOn: '2027-03-08', missingCents: 2_000 };
const csv = (...rows: string[]) => `booked_on;amount;label\n${rows.join('\n')}\n`;

type House = Awaited<ReturnType<typeof openImportHouse>>;

describe('an account of statements that name it', () => {
  let house: House;
  beforeAll(async () => {
    house = await openImportHouse();
    expect(await house.bringIn('mars.sta', STATEMENTS)).toMatchObject({ report: { status: 'imported' } });
  });
  afterAll(() => house.close());

  test('tells its balance, what waits and what is missing, and takes a name', async () => {
    const account = {
      identity: IBAN,
      statements: 2,
      movements: 2,
      closingCents: 18_000,
      closingOn: '2027-03-08',
      waiting: 2,
      waitingCents: 6_000,
      gaps: [GAP],
    };
    const accounts = await house.accounts();
    expect(accounts).toMatchObject([{ name: '', ...account }]);
    const url = `/api/v1/bank/accounts/${accounts[0]?.bankAccountId}`;
    expect(await house.ask('PATCH', url, { name: 'Compte courant' })).toMatchObject({
      status: 200,
      body: { name: 'Compte courant', ...account },
    });
    expect((await house.ask('PATCH', '/api/v1/bank/accounts/999', { name: 'x' })).status).toBe(404);
  });

  test('has its statements the last day first, with the gap before them', async () => {
    const { body } = await house.ask('GET', '/api/v1/bank/statements?size=1');
    expect(body).toMatchObject({ total: 2, items: [{ fileName: 'mars.sta', balance: 'balanced', gapBefore: GAP }] });
    expect((await house.ask('GET', '/api/v1/bank/statements?account=999')).body.total).toBe(0);
  });
});

describe('an account that files do not name', () => {
  let house: House;
  beforeAll(async () => {
    house = await openImportHouse();
  });
  afterAll(() => house.close());
  const idOf = async (at: number) => (await house.accounts())[at]?.bankAccountId as number;

  it('is given its IBAN once, a right one, that no other has', async () => {
    await house.bringIn('janvier.csv', csv('2027-01-04;10.00;VIR ALPHA'));
    expect(await house.accounts()).toMatchObject([{ identity: '', iban: null, movements: 1 }]);
    const url = `/api/v1/bank/accounts/${await idOf(0)}/iban`;
    expect(await house.ask('POST', url, { iban: 'FR76 3000 6000 0112 3456 7890 188' })).toMatchObject({
      status: 422,
      body: { code: 'iban_invalid' },
    });
    await house.bringIn('mars.sta', STATEMENTS);
    expect(await house.ask('POST', url, { iban: IBAN })).toMatchObject({ status: 409, body: { code: 'iban_known' } });
    expect((await house.ask('POST', '/api/v1/bank/accounts/999/iban', { iban: IBAN })).status).toBe(404);
  });

  it('is asked for by an import where there are two, and remembered', async () => {
    const sent = await house.send('fevrier.csv', csv('2027-02-04;20.00;VIR BRAVO', '2027-03-01;50.00;AUTRE LIBELLE'));
    expect(sent).toMatchObject({ accounts: [{ identity: '' }, { identity: IBAN, currency: 'EUR' }], accountId: null });
    expect(await house.start(sent, { dryRun: true })).toMatchObject({
      report: { status: 'refused', refusal: { code: 'account_unsaid' } },
    });
    const nameless = await idOf(0);
    const done = await house.start(sent, { account: `id:${nameless}` });
    expect(done).toMatchObject({ report: { counts: { transactions: { created: 2 } } } });
    const next = await house.send('suite.csv', csv('2027-02-05;30.00;VIR CHARLY'));
    expect(next).toMatchObject({ accountId: nameless });
  });

  it('is joined to the one it turns out to be, after what both tell was shown', async () => {
    const [from, into] = [await idOf(0), await idOf(1)];
    const url = `/api/v1/bank/accounts/${from}/join`;
    const shown = await house.ask('GET', `${url}?with=${into}`);
    expect(shown).toMatchObject({
      status: 200,
      body: { intoId: into, identity: IBAN, same: 1, matchedTwice: 0, moved: 2 },
    });
    expect(shown.body.twins).toMatchObject([{ from: [{ label: 'AUTRE LIBELLE' }], into: [{ cents: 5_000 }] }]);
    expect((await house.ask('GET', `${url}?with=999`)).status).toBe(404);
    expect(await house.ask('POST', url, { with: into })).toMatchObject({
      status: 200,
      body: { iban: IBAN, movements: 4 },
    });
    expect(await house.ask('POST', url, { with: into })).toMatchObject({ status: 404 });
    expect(await house.accounts()).toHaveLength(1);
    const aside = await house.ask('GET', '/api/v1/matching/lines?state=set_aside');
    expect(aside.body.items).toMatchObject([{ cents: 5_000, setAside: { reason: 'told_twice' } }]);
  });
});

describe('a statement brought in by mistake', () => {
  let house: House;
  beforeAll(async () => {
    house = await openImportHouse();
  });
  afterAll(() => house.close());

  it('is withdrawn with a reason after what follows was shown, and put back', async () => {
    const { report } = (await house.bringIn('mars.sta', STATEMENTS)) as { report: { importId: number } };
    const url = `/api/v1/imports/${report.importId}`;
    const seen = { statements: 2, movements: 2, staying: 0, decisions: 0, matched: [] };
    expect(await house.ask('GET', `${url}/withdrawal`)).toMatchObject({ status: 200, body: seen });
    expect((await house.ask('POST', `${url}/withdraw`, { reason: ' ' })).status).toBe(400);
    expect(await house.ask('POST', `${url}/withdraw`, { reason: 'autre société' })).toMatchObject({
      status: 200,
      body: { status: 'withdrawn', withdrawn: { by: expect.stringMatching(/\S/) } },
    });
    expect(await house.accounts()).toMatchObject([{ statements: 0, movements: 0, waiting: 0, gaps: [] }]);
    expect((await house.ask('GET', '/api/v1/bank/statements')).body.items).toMatchObject([
      { isWithdrawn: true },
      { isWithdrawn: true },
    ]);
    const aside = await house.ask('GET', '/api/v1/matching/lines?state=set_aside');
    expect(aside.body.items).toMatchObject([
      { setAside: { reason: 'withdrawn' } },
      { setAside: { reason: 'withdrawn' } },
    ]);
    expect(await house.ask('POST', `${url}/withdraw`, { reason: 'encore' })).toMatchObject({
      status: 409,
      body: { code: 'state_forbids' },
    });
    expect(await house.ask('POST', `${url}/restore`)).toMatchObject({
      status: 200,
      body: { status: 'imported', withdrawn: null },
    });
    expect(await house.accounts()).toMatchObject([{ statements: 2, movements: 2, waiting: 2, gaps: [GAP] }]);
    expect((await house.ask('POST', '/api/v1/imports/999/withdraw', { reason: 'x' })).status).toBe(404);
    const { body } = await house.ask('GET', `/api/v1/journal?subject=import:${report.importId}`);
    const kinds = (body as unknown as { items: { kind: string }[] }).items.map(({ kind }) => kind);
    expect(kinds).toEqual(['import.restored', 'import.withdrawn', 'import.done']);
  });
});

describe('zipped statements', () => {
  let house: House;
  beforeAll(async () => {
    house = await openImportHouse();
  });
  afterAll(() => house.close());

  it('come in member by member; a bad one is named and takes nothing with it', async () => {
    const packed = zipOf([
      { name: 'bon.sta', content: STATEMENTS },
      {
        name: 'coupe.xml',
        content:
          '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>',
      },
      { name: 'bombe.txt', content: Buffer.alloc(20 * 1024 * 1024) },
      { name: 'bon.csv', content: csv('2027-03-08;10.00;VIR', '2027-03-09;5.00;VIR DELTA') },
    ]);
    const sent = await house.send('banque.zip', packed);
    expect(sent).toMatchObject({ kind: 'zip', accounts: [] });
    const dry = await house.start(sent, { dryRun: true });
    expect(dry).toMatchObject({ state: 'done', report: { status: 'dry_run' } });
    expect(await house.accounts()).toEqual([]);
    const done = await house.start(sent);
    expect(done).toMatchObject({ report: { status: 'imported', counts: { transactions: { created: 3 } } } });
    const { notes } = done.report as { notes: { code: string; facts: { file: string; reason: string } }[] };
    const told = notes.flatMap(({ code, facts }) =>
      code.startsWith('file_') ? [[code, facts.file, facts.reason]] : [],
    );
    expect(told.sort()).toEqual([
      ['file_imported', 'banque.zip/bon.csv', ''],
      ['file_imported', 'banque.zip/bon.sta', ''],
      ['file_refused', 'banque.zip/bombe.txt', 'archive_too_large'],
      ['file_refused', 'banque.zip/coupe.xml', 'malformed_xml'],
    ]);
    expect(await house.accounts()).toMatchObject([{ identity: IBAN, movements: 3 }]);
    const { body } = await house.ask('GET', '/api/v1/imports');
    expect(body.items.map(({ fileName, status }) => `${fileName} ${status}`).sort()).toEqual([
      'banque.zip/bombe.txt refused',
      'banque.zip/bon.csv imported',
      'banque.zip/bon.sta imported',
      'banque.zip/coupe.xml refused',
    ]);
    expect(await house.bringIn('banque.zip', packed)).toMatchObject({
      report: { counts: { transactions: { created: 0 } } },
    });
    expect(await house.accounts()).toMatchObject([{ movements: 3 }]);
  });
});
