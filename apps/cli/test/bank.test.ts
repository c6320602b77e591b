// quittance import of bank files: whose account a file is, zipped statements, a bad member among good ones.
import { zipOf } from '@quittance/testkit/zip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliHouse, openCompanyHouse } from './cli-house.ts';

let house: CliHouse;
beforeAll(async () => {
  house = await openCompanyHouse();
});
afterAll(() => house?.close());

const FIRST = 'FR7630006000011234567890189';
const SECOND = 'FR7630004000010001234567843';
const CSV = ['booked_on;amount;label', '2027-03-01;50.00;VIR ALPHA', '2027-03-04;70.00;VIR BRAVO'];
const mt940 = (iban: string, on: string, amount: string) =>
  [
    ':20:A',
    `:25:${iban}`,
    ':28C:1/1',
    `:60F:C${on}EUR100,00`,
    `:61:${on}${on.slice(2)}C${amount}NTRFNONREF`,
    ':86:VIR ALPHA',
    '-',
  ].join('\r\n');

type Report = {
  file: string;
  status: string;
  counts: { transactions: { created: number } };
  refusal: { code: string } | null;
};
const bring = async (...words: string[]) => {
  const ran = await house.quittance('import', ...words, '--on', '2027-03-10', '--json');
  return { ...ran, reports: JSON.parse(ran.stdout) as Report[] };
};
const madeIn = ({ reports }: { reports: Report[] }) =>
  reports.map(({ status, counts }) => [status, counts.transactions.created]);

describe('a table that names no account', () => {
  it('and the statement of the same account are one: nothing is doubled', async () => {
    expect(madeIn(await bring('csv-bank', await house.file('mars.csv', CSV)))).toEqual([['imported', 2]]);
    const statement = await house.file('mars.sta', [mt940(FIRST, '270301', '50,00')]);
    expect(madeIn(await bring('auto', statement))).toEqual([['imported', 0]]);
    expect(madeIn(await bring('csv-bank', await house.file('avril.csv', [...CSV, '2027-03-09;9.00;VIR'])))).toEqual([
      ['imported', 1],
    ]);
  });

  it('asks where there are two, lists them, and is taken as said', async () => {
    await bring('auto', await house.file('autre.sta', [mt940(SECOND, '270308', '10,00')]));
    const path = await house.file('mai.csv', ['booked_on;amount;label', '2027-03-09;11.00;VIR CHARLY']);
    const asked = await bring('csv-bank', path);
    expect(asked.code).toBe(1);
    expect(asked.reports).toMatchObject([{ status: 'refused', refusal: { code: 'account_unsaid' } }]);
    const said = await house.quittance('import', 'csv-bank', path, '--on', '2027-03-10');
    expect(said.stdout).toContain('--account');
    for (const iban of [FIRST, SECOND]) expect(said.stdout).toContain(iban);
    expect(said.stderr).toContain('1 fichier refusé');
    expect(madeIn(await bring('csv-bank', path, '--account', SECOND))).toEqual([['imported', 1]]);
    const unknown = await bring(
      'csv-bank',
      await house.file('x.csv', [...CSV, '2027-03-10;1.00;X']),
      '--account',
      'Livret',
    );
    expect(unknown.reports).toMatchObject([{ refusal: { code: 'account_unknown' } }]);
  });
});

describe('zipped statements', () => {
  it('come in member by member, a bad one named; a second time nothing is new', async () => {
    const packed = zipOf([
      { name: 'bon.sta', content: mt940(FIRST, '270310', '12,00') },
      { name: 'abime.sta', content: mt940(FIRST, '270310', '13,00'), crc: 1 },
      { name: 'bombe.xml', content: Buffer.alloc(20 * 1024 * 1024) },
      { name: 'autre.sta', content: mt940(SECOND, '270310', '14,00') },
    ]);
    const path = await house.file('banque.zip', packed);
    const first = await bring('auto', path);
    expect(first.code).toBe(1);
    expect(first.stderr).toContain('2 fichiers refusés');
    expect(first.reports.map(({ file, status, refusal }) => [file, status, refusal?.code ?? null]).sort()).toEqual([
      [`${path}/abime.sta`, 'refused', 'damaged_archive'],
      [`${path}/autre.sta`, 'imported', null],
      [`${path}/bombe.xml`, 'refused', 'archive_too_large'],
      [`${path}/bon.sta`, 'imported', null],
    ]);
    const again = await bring('auto', path);
    expect(again.reports.map(({ counts }) => counts.transactions.created)).toEqual([0, 0, 0, 0]);
    const text = await house.quittance('import', 'auto', path, '--on', '2027-03-10');
    expect(text.stdout).toContain(`${path}/bombe.xml`);
  });

  it('are refused whole where the archive is cut', async () => {
    const whole = zipOf([{ name: 'bon.sta', content: mt940(FIRST, '270311', '15,00') }]);
    const cut = await bring('auto', await house.file('coupe.zip', whole.subarray(0, whole.length - 20)));
    expect(cut).toMatchObject({ code: 1, reports: [{ status: 'refused', refusal: { code: 'damaged_archive' } }] });
  });
});
