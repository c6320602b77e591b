// quittance import: books to the cent and known again, what is refused, another company’s books.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliHouse, FEC, openCompanyHouse } from './cli-house.ts';

let house: CliHouse;
beforeAll(async () => {
  house = await openCompanyHouse();
  await house.json('init', '--company', 'Seconde', '--org', 'menuiserie-delorme');
});
afterAll(() => house?.close());

describe('imports', () => {
  const here = ['--company', 'seconde'];

  it('bring books in to the cent, and know them again', async () => {
    const path = await house.file('123456789FEC20261231.txt', FEC);
    const words = ['import', 'auto', path, '--on', '2026-12-31', ...here];
    const dry = await house.json<[object]>(...words, '--dry-run');
    expect(dry[0]).toMatchObject({ file: path, kind: 'fec', status: 'dry_run', openCents: 70_000, errors: [] });
    expect(await house.json('customers', ...here)).toEqual([]);
    const first = await house.json<[object]>(...words);
    expect(first[0]).toMatchObject({
      status: 'imported',
      counts: { customers: { created: 1, updated: 0 } },
      openCents: 70_000,
    });
    const again = await house.json<[object]>(...words);
    expect(again[0]).toMatchObject({ status: 'unchanged', openCents: 70_000 });
  });

  it('say which file is refused, and leave with 1', async () => {
    const path = await house.file('photo.csv', ['\u0000\u0001\u0002']);
    const { code, stdout, stderr } = await house.quittance('import', 'fec', path, '--json', ...here);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ file: path, kind: 'fec', status: 'refused', openCents: 70_000 }]);
    expect(stderr).toContain('1 fichier refusé');
    const absent = await house.quittance('import', 'fec', 'nowhere.txt', ...here);
    expect(absent.code).toBe(1);
    expect(absent.stderr).toContain('nowhere.txt');
    const notYet = await house.quittance('import', 'einvoice', path, '--json', ...here);
    expect(JSON.parse(notYet.stdout)).toMatchObject([
      { status: 'refused', refusal: { code: 'kind_not_supported_yet' } },
    ]);
  });

  it('has nothing to match where no bank movement waits', async () => {
    const inFirst = ['--company', 'seconde'];
    for (const words of [['match'], ['match', '--apply', '--on', '2026-02-20']])
      expect(await house.json(...words, ...inFirst)).toEqual([]);
  });
});

describe('an organization besides', () => {
  // Last, because every command after it has to say which organization it means.
  it('take a FEC that carries the SIREN of another company only when told to', async () => {
    await house.json('init', '--company', 'Cinquième', '--siren', '552100554');
    const inFifth = ['--on', '2026-12-31', '--dry-run', '--json', '--company', 'cinquieme'];
    const path = await house.file('732829320FEC20261231.txt', FEC);
    const stopped = await house.quittance('import', 'auto', path, ...inFifth);
    expect(stopped.code).toBe(1);
    expect(JSON.parse(stopped.stdout)).toMatchObject({ refusal: { code: 'other_company', siren: '732829320' } });
    expect(stopped.stderr).toContain('--other-company');
    const meant = await house.quittance('import', 'auto', path, '--other-company', ...inFifth);
    expect(JSON.parse(meant.stdout)).toMatchObject([{ status: 'dry_run', openCents: 70_000 }]);
    const zeros = await house.quittance('import', 'fec', await house.file('000000000FEC20261231.txt', FEC), ...inFifth);
    expect(zeros.code).toBe(0);
  });
});
