// Bank statements through the whole import, on a real database: known once whatever file tells them, sums and gaps told, strangers refused.

import type { CompanyId } from '@quittance/core/kernel';
import { findLastSourceDay } from '@quittance/db/companies';
import { withOrg } from '@quittance/db/tx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportKind } from '../report.ts';
import type { Line, Stretch } from './bank-files.ts';
import * as write from './bank-files.ts';
import { importStage } from './import-stage.ts';

let stage: Awaited<ReturnType<typeof importStage>>;
beforeAll(async () => {
  stage = await importStage();
});
afterAll(() => stage.close());

/** Each company has an account of its own. */
let account = '';
let accounts = 0;
const newCompany = (): Promise<CompanyId> => {
  accounts += 1;
  account = String(accounts).padStart(11, '7');
  return stage.company();
};
const cfonb = (stretch: Stretch): string => write.cfonb({ account, ...stretch });
const mt940 = (stretch: Stretch): string => write.mt940({ account, ...stretch });
const ofx = (stretch: Stretch): string => write.ofx({ account, ...stretch });
const camt = (stretch: Stretch, more?: Parameters<typeof write.camt>[1]): string =>
  write.camt({ account, ...stretch }, more);

const LINES: readonly Line[] = [
  { on: '2025-06-02', cents: 120_000, text: 'VIR DUPONT FA 2025-001' },
  { on: '2025-06-02', cents: 50_000, text: 'VIR MARTIN' },
  { on: '2025-06-02', cents: 50_000, text: 'VIR MARTIN' },
  { on: '2025-06-03', cents: -1_250, text: 'FRAIS TENUE DE COMPTE' },
  { on: '2025-06-05', cents: 50_000, text: 'VIR DURAND' },
];
const WEEK: Stretch = { openingCents: 1_000_000, openingOn: '2025-05-30', lines: LINES };

const FILES: Readonly<Record<'cfonb120' | 'mt940' | 'ofx' | 'camt', (stretch: Stretch) => string>> = {
  cfonb120: cfonb,
  mt940,
  ofx,
  camt,
};

async function movementsOf(companyId: CompanyId): Promise<{ on: string; cents: number }[]> {
  return withOrg(stage.db, stage.orgId, async (tx) => {
    const { rows } = await sql<{ on: string; cents: number }>`SELECT booked_on AS "on", cents FROM bank_transactions
      WHERE org_id = current_org() AND company_id = ${companyId} ORDER BY booked_on, cents DESC`.execute(tx);
    return rows;
  });
}
const told = (lines: readonly Line[]) =>
  lines
    .map(({ on, cents }) => ({ on, cents }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : b.cents - a.cents));
const bring = (companyId: CompanyId, kind: ImportKind | 'auto', content: string, more = {}) =>
  stage.bring(companyId, content, { kind, fileName: 'releve', ...more });

describe('a statement', () => {
  it.each(Object.entries(FILES))('is recognised and brought in whole: %s', async (kind, tell) => {
    const companyId = await newCompany();
    const content = tell(WEEK);
    const report = await bring(companyId, 'auto', content);
    expect(report).toMatchObject({
      kind,
      status: 'imported',
      errorCount: 0,
      counts: { transactions: { created: 5, updated: 0 } },
      notes: [],
    });
    expect(await movementsOf(companyId)).toEqual(told(LINES));
    expect(await bring(companyId, 'auto', content)).toMatchObject({ status: 'unchanged' });
    expect(await withOrg(stage.db, stage.orgId, (tx) => findLastSourceDay(tx, companyId))).toBe('2025-06-05');
  });

  it('leaves nothing in a dry run', async () => {
    const companyId = await newCompany();
    const report = await bring(companyId, 'cfonb120', cfonb(WEEK), { dryRun: true });
    expect(report).toMatchObject({ status: 'dry_run', counts: { transactions: { created: 5 } } });
    expect(await movementsOf(companyId)).toEqual([]);
  });

  it('tells the same movements in every other format, whichever came first', async () => {
    for (const first of Object.keys(FILES) as (keyof typeof FILES)[]) {
      const companyId = await newCompany();
      await bring(companyId, first, FILES[first](WEEK));
      for (const kind of Object.keys(FILES) as (keyof typeof FILES)[]) {
        if (kind === first) continue;
        const report = await bring(companyId, kind, FILES[kind](WEEK));
        expect(report).toMatchObject({
          status: 'imported',
          counts: { transactions: { created: 0 } },
          notes: [{ code: 'movements_known', count: 5 }],
        });
      }
      expect(await movementsOf(companyId)).toEqual(told(LINES));
    }
  });

  it('that lies over another adds only what it did not tell', async () => {
    const companyId = await newCompany();
    const later: Line[] = [...LINES.slice(3), { on: '2025-06-06', cents: 70_000, text: 'VIR PETIT' }];
    await bring(companyId, 'cfonb120', cfonb(WEEK));
    const over = cfonb({ openingCents: 1_220_000, openingOn: '2025-06-02', lines: later });
    expect(await bring(companyId, 'cfonb120', over)).toMatchObject({
      counts: { transactions: { created: 1 } },
      notes: [{ code: 'movements_known', count: 2 }],
    });
    expect(await movementsOf(companyId)).toEqual(told([...LINES, later[2]!]));
  });

  it('that continues another on the same day brings its movements, however alike', async () => {
    const companyId = await newCompany();
    const noon: Line[] = [{ on: '2025-06-02', cents: 50_000, text: 'VIR MARTIN' }];
    const morning = cfonb({ openingCents: 0, openingOn: '2025-05-30', lines: noon });
    await bring(companyId, 'cfonb120', morning);
    const evening = cfonb({ openingCents: 50_000, openingOn: '2025-06-02', lines: noon });
    expect(await bring(companyId, 'cfonb120', evening)).toMatchObject({ counts: { transactions: { created: 1 } } });
    const whole = mt940({ openingCents: 0, openingOn: '2025-05-30', lines: [...noon, ...noon] });
    expect(await bring(companyId, 'mt940', whole)).toMatchObject({ counts: { transactions: { created: 0 } } });
    expect(await movementsOf(companyId)).toEqual(told([...noon, ...noon]));
  });

  it('told twice within a file counts once', async () => {
    const companyId = await newCompany();
    const report = await bring(companyId, 'cfonb120', cfonb(WEEK) + cfonb(WEEK));
    expect(report).toMatchObject({
      counts: { transactions: { created: 5 } },
      notes: [{ code: 'statement_repeated', count: 1 }],
    });
  });

  it('of details does not double a total that is known, nor the other way round', async () => {
    const batch: Stretch = {
      openingCents: 0,
      openingOn: '2025-06-01',
      lines: [{ on: '2025-06-02', cents: 10_000, text: 'REMISE', reference: 'R77' }],
    };
    const total = () => camt(batch);
    const details = () => camt(batch, { details: { R77: [3_000, 7_000] }, message: 'camt.054.001.08' });
    for (const [first, second, movements] of [
      [total, details, [{ on: '2025-06-02', cents: 10_000 }]],
      [
        details,
        total,
        told([
          { on: '2025-06-02', cents: 7_000, text: '' },
          { on: '2025-06-02', cents: 3_000, text: '' },
        ]),
      ],
    ] as const) {
      const companyId = await newCompany();
      await bring(companyId, 'camt', first());
      const report = await bring(companyId, 'camt', second());
      expect(report.notes.map(({ code }) => code)).toContain('batch_known');
      await bring(companyId, 'camt', `${second()}\n`);
      await bring(companyId, 'camt', `${first()}\n`);
      expect(await movementsOf(companyId)).toEqual(movements);
    }
  });

  it('keeps booked movements only, and counts what is announced', async () => {
    const companyId = await newCompany();
    const report = await bring(companyId, 'camt', camt(WEEK, { pending: 2 }));
    expect(report).toMatchObject({
      counts: { transactions: { created: 5 } },
      notes: [{ code: 'movements_announced', count: 2 }],
    });
  });
});

describe('sums and gaps', () => {
  const wrong = () => cfonb(WEEK).replace(/^07.*$/m, (line) => line.replace(/\d{13}[{}A-R]/, '0000000000099{'));

  it('a statement that does not add up comes in with both sums, and not at all when strict', async () => {
    const companyId = await newCompany();
    expect(await bring(companyId, 'cfonb120', wrong(), { strict: true })).toMatchObject({
      status: 'refused',
      refusal: { code: 'balance_differs', seen: '1268750', expected: '990' },
    });
    expect(await bring(companyId, 'cfonb120', wrong())).toMatchObject({
      status: 'imported',
      notes: [{ code: 'balance_differs', account: write.ibanOf(account), expectedCents: 990, foundCents: 1_268_750 }],
    });
  });

  it('a missing statement is told, until it comes', async () => {
    const companyId = await newCompany();
    const next = (openingCents: number, on: string, cents: number) =>
      cfonb({ openingCents, openingOn: '2025-06-09', lines: [{ on, cents, text: 'VIR' }] });
    await bring(companyId, 'cfonb120', cfonb(WEEK));
    expect(await bring(companyId, 'cfonb120', next(1_300_000, '2025-06-16', 100))).toMatchObject({
      notes: [{ code: 'statement_gap', afterOn: '2025-06-05', beforeOn: '2025-06-16', cents: 31_250 }],
    });
    expect(await bring(companyId, 'cfonb120', next(1_268_750, '2025-06-10', 31_250))).toMatchObject({ notes: [] });
  });
});

describe('accounts', () => {
  it('of another company of the organization refuse the file', async () => {
    const [one, other] = [await stage.company(), await stage.company()];
    const shared = '00098765432';
    await bring(one, 'cfonb120', cfonb({ ...WEEK, account: shared }));
    expect(await bring(other, 'mt940', mt940({ ...WEEK, account: shared }))).toMatchObject({
      status: 'refused',
      refusal: { code: 'account_of_other_company', seen: write.ibanOf(shared) },
    });
    expect(await movementsOf(other)).toEqual([]);
  });

  it('each have their own movements in one file', async () => {
    const companyId = await newCompany();
    const file = cfonb({ ...WEEK, account: '00000000011' }) + cfonb({ ...WEEK, account: '00000000022' });
    expect(await bring(companyId, 'cfonb120', file)).toMatchObject({ counts: { transactions: { created: 10 } } });
  });
});

describe('a table of movements', () => {
  it('comes in with the columns a person gave, which are remembered', async () => {
    const companyId = await newCompany();
    const odd = write.bankCsv(WEEK).replace('booked_on;amount;label;reference', 'jour;combien;quoi;piece');
    const mapping = {
      kind: 'bank' as const,
      columns: { booked_on: 'jour', amount: 'combien', label: 'quoi', reference: 'piece' },
    };
    const first = await bring(companyId, 'csv-bank', odd, { mapping });
    expect(first).toMatchObject({ status: 'imported', counts: { transactions: { created: 5 } } });
    const more = `${odd}2025-06-06;12.00;VIR PETIT;\n`;
    expect(await bring(companyId, 'auto', more)).toMatchObject({
      kind: 'csv-bank',
      counts: { transactions: { created: 1 } },
    });
  });

  it('of several currencies makes an account of each', async () => {
    const companyId = await newCompany();
    const csv =
      'booked_on;amount;currency;label\n2025-06-02;10.00;EUR;a\n2025-06-02;10.00;USD;a\n2025-06-03;5.00;EUR;b\n';
    expect(await bring(companyId, 'csv-bank', csv)).toMatchObject({ counts: { transactions: { created: 3 } } });
  });
});
