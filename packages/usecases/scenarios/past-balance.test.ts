// Story: the aged balance of 31 March, printed on the day and asked again in November, when the books have gone on; and once more when
// an invoice of March has been entered late.
import { type CompanyId, type Day, day, type OrgId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AgedBalanceScreen,
  agedBalanceReport,
  exportAgedBalance,
  readAgedBalancePage,
  readKpis,
} from '../src/ageing/index.ts';
import { createCompany } from '../src/companies/index.ts';
import type { Context } from '../src/context/index.ts';
import { importFile } from '../src/imports/index.ts';
import { clockAt } from '../src/ports/index.ts';

const HEADER =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise';
const NAMES: Readonly<Record<string, string>> = { ALPHA: 'Ateliers Alpha', BETA: 'Bureau Béta' };

type Entry = Readonly<{
  n: number;
  on: string;
  customer: string;
  piece: string;
  euros: number;
  letter?: string;
  letteredOn?: string;
}>;

const amount = (euros: number): string => `${euros},00`;

/** A sale where `euros` is positive, money at the bank where it is negative: the customer's line and its counterpart. */
function linesOf({ n, on, customer, piece, euros, letter = '', letteredOn = '' }: Entry): string[] {
  const [journal, other] = euros > 0 ? ['VE\tVentes', '706000\tPrestations'] : ['BQ\tBanque', '512000\tBanque'];
  const [debit, credit] = [amount(Math.max(euros, 0)), amount(Math.max(-euros, 0))];
  const piecePart = `${piece}\t${on}\t${piece} ${customer}`;
  return [
    `${journal}\t${n}\t${on}\t411000\tClients\t${customer}\t${NAMES[customer]}\t${piecePart}\t${debit}\t${credit}\t${letter}\t${letteredOn}\t${on}\t\t`,
    `${journal}\t${n}\t${on}\t${other}\t\t\t${piecePart}\t${credit}\t${debit}\t\t\t${on}\t\t`,
  ];
}

const booksOf = (entries: readonly Entry[]): string =>
  `${[HEADER.replaceAll(' ', '\t'), ...entries.flatMap(linesOf)].join('\r\n')}\r\n`;

// Due thirty days after their date: F1 on 14 February, F2 on 9 April, F3 on 2 December, F0 on 19 April.
const F1 = { n: 1, on: '20260115', customer: 'ALPHA', piece: 'F1', euros: 1200 };
const DOWN = { n: 2, on: '20260205', customer: 'ALPHA', piece: 'V1', euros: -200 };
const F2 = { n: 3, on: '20260310', customer: 'BETA', piece: 'F2', euros: 600 };
const lettered = { letter: 'A', letteredOn: '20260615' };
const REST = { n: 4, on: '20260615', customer: 'ALPHA', piece: 'V2', euros: -1000, ...lettered };
const F3 = { n: 5, on: '20261102', customer: 'BETA', piece: 'F3', euros: 300 };
const F0 = { n: 6, on: '20260320', customer: 'BETA', piece: 'F0', euros: 90 };

const MARCH = day('2026-03-31');
let database: TestDatabase;
let orgId: OrgId;
let companyId: CompanyId;

const at = (instant: string): Context => ({ db: database.db, orgId, actor: 'test', clock: clockAt(new Date(instant)) });
async function bringIn(instant: string, name: string, entries: readonly Entry[]): Promise<void> {
  const content = Buffer.from(booksOf(entries));
  const open = async function* () {
    yield content;
  };
  const on = instant.slice(0, 10) as Day;
  const report = await importFile(at(instant), { companyId, kind: 'fec', fileName: name, open, on });
  expect(report).toMatchObject({ status: 'imported', refusal: null, errorCount: 0 });
}

const ask = (instant: string, on: string, page: Partial<Parameters<typeof readAgedBalancePage>[1]> = {}) =>
  readAgedBalancePage(at(instant), {
    ...{ companyId, on: day(on), sort: 'overdue', descending: true, limit: 50, offset: 0 },
    ...page,
  });
const cutOf = (screen: AgedBalanceScreen) =>
  screen.lines.map(({ ref, cents, unappliedCents, totalCents }) => ({
    ref,
    cents: Object.fromEntries(Object.entries(cents).filter(([, amount]) => amount !== 0)),
    unappliedCents,
    totalCents,
  }));

const ON_31_MARCH = [
  { ref: 'ALPHA', cents: { d31_60: 120_000 }, unappliedCents: 20_000, totalCents: 100_000 },
  { ref: 'BETA', cents: { not_due: 60_000 }, unappliedCents: 0, totalCents: 60_000 },
];

beforeAll(async () => {
  database = await testDatabase();
  const { rows } = await sql<{ id: OrgId }>`SELECT create_organization('past', 'Past') AS id`.execute(database.db);
  orgId = rows[0]!.id;
  companyId = await createCompany(at('2026-01-01T09:00:00Z'), { code: 'main', name: 'Past', siren: null });
});
afterAll(() => database.close());

describe('the balance of 31 March', () => {
  it('is printed on its day, tied to the books', async () => {
    await bringIn('2026-03-31T16:00:00Z', 'march.txt', [F1, DOWN, F2]);
    const printed = await ask('2026-03-31T17:00:00Z', '2026-03-31');
    expect(cutOf(printed)).toEqual(ON_31_MARCH);
    expect(printed).toMatchObject({
      currency: 'EUR',
      buckets: ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus'],
      count: 2,
      totals: { unappliedCents: 20_000, totalCents: 160_000 },
      tie: {
        booksOn: '2026-03-10',
        accounts: [{ account: '411', cents: 160_000 }],
        ledgerCents: 160_000,
        quittanceCents: 160_000,
        differenceCents: 0,
      },
      enteredLater: null,
    });
  });

  it('is the same in November, when F1 has been paid and more was sold', async () => {
    await bringIn('2026-11-20T16:00:00Z', 'november.txt', [
      { ...F1, ...lettered },
      { ...DOWN, ...lettered },
      F2,
      REST,
      F3,
    ]);
    const again = await ask('2026-11-20T17:00:00Z', '2026-03-31');
    expect(cutOf(again)).toEqual(ON_31_MARCH);
    expect(again.enteredLater).toBeNull();
    expect(again.tie).toMatchObject({
      booksOn: '2026-11-02',
      ledgerCents: 90_000,
      quittanceCents: 90_000,
      differenceCents: 0,
    });
  });

  it('and that of November tells November', async () => {
    const today = await ask('2026-11-20T17:00:00Z', '2026-11-20');
    expect(cutOf(today)).toEqual([
      { ref: 'BETA', cents: { d91_plus: 60_000, not_due: 30_000 }, unappliedCents: 0, totalCents: 90_000 },
    ]);
    expect(today.enteredLater).toBeNull();
  });

  it('while the one of June says what was entered since: a payment and the two halves of its lettering', async () => {
    const june = await ask('2026-11-20T17:00:00Z', '2026-06-30');
    expect(cutOf(june)).toEqual([{ ref: 'BETA', cents: { d61_90: 60_000 }, unappliedCents: 0, totalCents: 60_000 }]);
    expect(june.enteredLater).toEqual({ facts: 3, cents: 220_000, lastAt: new Date('2026-11-20T16:00:00Z') });
  });

  it('changes once an invoice of March is entered late, and says so', async () => {
    const entries = [{ ...F1, ...lettered }, { ...DOWN, ...lettered }, F2, REST, F3, F0];
    await bringIn('2026-11-21T16:00:00Z', 'late.txt', entries);
    const late = await ask('2026-11-21T17:00:00Z', '2026-03-31');
    expect(cutOf(late)).toEqual([
      ON_31_MARCH[0],
      { ref: 'BETA', cents: { not_due: 69_000 }, unappliedCents: 0, totalCents: 69_000 },
    ]);
    expect(late.enteredLater).toEqual({ facts: 1, cents: 9_000, lastAt: new Date('2026-11-21T16:00:00Z') });
  });
});

describe('the page', () => {
  const NOW = '2026-11-21T17:00:00Z';

  it('is cut, ordered and searched, totals over all found', async () => {
    const second = await ask(NOW, '2026-03-31', { sort: 'total', limit: 1, offset: 1 });
    expect(second.lines.map((line) => line.ref)).toEqual(['BETA']);
    expect(second).toMatchObject({ count: 2, totals: { totalCents: 169_000 } });
    const found = await ask(NOW, '2026-03-31', { search: 'beta', sort: 'name', descending: false });
    expect(found.lines.map((line) => line.name)).toEqual(['Bureau Béta']);
    expect(found).toMatchObject({ count: 1, totals: { totalCents: 69_000 } });
    const beyond = await ask(NOW, '2026-03-31', { sort: 'd31_60', offset: 10 });
    expect(beyond).toMatchObject({ lines: [], count: 2, totals: { totalCents: 169_000 } });
  });

  it('is empty before the first invoice', async () => {
    const before = await ask(NOW, '2025-12-31');
    expect(before).toMatchObject({ lines: [], count: 0, totals: { totalCents: 0 }, enteredLater: null });
  });
});

describe('the report', () => {
  it('has the shape of the command line', async () => {
    const report = await agedBalanceReport(at('2026-11-21T17:00:00Z'), { companyId, on: MARCH, customerRef: 'ALPHA' });
    const cents = { not_due: 0, d1_30: 0, d31_60: 120_000, d61_90: 0, d91_plus: 0 };
    expect(report).toEqual({
      on: '2026-03-31',
      currency: 'EUR',
      buckets: ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus'],
      customers: [{ ref: 'ALPHA', name: 'Ateliers Alpha', cents, unappliedCents: 20_000, totalCents: 100_000 }],
      totals: { cents, unappliedCents: 20_000, totalCents: 100_000 },
    });
  });

  it('goes out as CSV in the reader’s words', async () => {
    const request = { companyId, on: MARCH, format: 'csv', language: 'fr' } as const;
    const file = await exportAgedBalance(at('2026-11-21T17:00:00Z'), request);
    if (!file.ok) throw new Error(file.refusal.code);
    const pieces: Buffer[] = [];
    for await (const piece of file.value.content) pieces.push(piece);
    expect(file.value.fileName).toBe('balance-agee-2026-03-31.csv');
    expect(Buffer.concat(pieces).toString('utf8')).toBe(
      '\ufeffCompte;Client;Non échu;1-30 jours;31-60 jours;61-90 jours;91 jours et plus;Non imputé;Total;Devise;dont en litige;dont suspendu\r\n' +
        'ALPHA;Ateliers Alpha;0,00;0,00;1200,00;0,00;0,00;200,00;1000,00;EUR;0,00;0,00\r\n' +
        'BETA;Bureau Béta;690,00;0,00;0,00;0,00;0,00;0,00;690,00;EUR;0,00;0,00\r\n',
    );
  });
});

describe('the indicators', () => {
  it('of 31 March over its quarter, by hand', async () => {
    // Sales 1200 + 600 + 90 = 1890; outstanding 1690; not overdue 690; overdue 1200 of 1890 open; nothing on 31 December.
    const kpis = await readKpis(at('2026-11-21T17:00:00Z'), { companyId, on: MARCH, days: 90 });
    expect(kpis).toMatchObject({
      outstandingCents: 169_000,
      overdueCents: 120_000,
      unappliedCents: 20_000,
      customers: 2,
      overdueCustomers: 1,
      dsoSimpleDays: 80.5, // 1690 / 1890 × 90 = 80.476
      bestPossibleDsoDays: 32.9, // 690 / 1890 × 90 = 32.857
      averageDaysDelinquent: 47.6, // 1000 / 1890 × 90 = 47.619
      // March 690 in 31 days, February nothing in 28, then 1000 of January's 1200: 31 + 28 + 31 × 1000 / 1200 = 84.833
      dsoCountbackDays: 84.8,
      overdueRatioPct: 63.5, // 1200 / 1890
      collectionEffectivenessPct: null,
      lastImportAt: new Date('2026-11-21T16:00:00Z'),
    });
    expect(kpis.notes).toMatchObject({ collectionEffectivenessPct: 'opening_balance_unknown' });
  });

  it('knows the opening balance where the ledger goes back that far', async () => {
    // From 10 March to 30 June: opening 1200 − 200 + 600 = 1600, sales 90, closing 690 all overdue: (1690 − 690) / 1690 = 59.17 %.
    const kpis = await readKpis(at('2026-11-21T17:00:00Z'), { companyId, on: day('2026-06-30'), days: 112 });
    expect(kpis).toMatchObject({ outstandingCents: 69_000, collectionEffectivenessPct: 59.2 });
  });

  it('of an empty ledger are null with their reasons', async () => {
    const kpis = await readKpis(at('2026-11-21T17:00:00Z'), { companyId, on: day('2025-06-30'), days: 30 });
    expect(kpis).toMatchObject({ outstandingCents: 0, dsoSimpleDays: null, overdueRatioPct: null });
    expect(kpis.notes).toMatchObject({ dsoSimpleDays: 'no_sales', overdueRatioPct: 'nothing_outstanding' });
  });
});
