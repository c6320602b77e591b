// The demo portfolio holds together on any day: books that balance, files that agree, the promised totals, the same text each time.
import { type Day, day, daysBetween } from '@quittance/core/kernel';
import { isIban, isSiren } from '@quittance/core/parties';
import { describe, expect, test } from 'vitest';
import { buildDemoPortfolio, type DemoPortfolio } from './index.ts';
import { centsIn, csv, fecs, groupBy, isCustomerLine, openLines, type Row, sum } from './read-back.ts';

// An ordinary Wednesday, a Saturday, a Sunday, a leap day, first and last days of months, 1 May, the turn of the year, August.
const DAYS = [
  '2026-11-25',
  '2026-11-21',
  '2027-03-14',
  '2028-02-29',
  '2026-06-01',
  '2027-05-01',
  '2026-12-31',
  '2027-01-01',
  '2027-08-16',
].map(day);

const portfolios = new Map<Day, DemoPortfolio>();
const on = (today: Day): DemoPortfolio => {
  const known = portfolios.get(today) ?? buildDemoPortfolio(today);
  portfolios.set(today, known);
  return known;
};

// Three years of books are built and read: seconds where the machine has other work.
describe.each(DAYS)('the demo of %s', { timeout: 30_000 }, (today) => {
  test('every entry balances, and dates lie in the exercise and not after today', () => {
    for (const rows of fecs(on(today))) {
      for (const [number, entry] of groupBy(rows, (row) => row.EcritureNum!))
        expect([number, sum(entry)]).toEqual([number, 0]);
      expect(rows.every((row) => row.EcritureDate! <= today.replaceAll('-', ''))).toBe(true);
    }
  });

  test('opening entries equal the closing of the year before, account by account', () => {
    const years = fecs(on(today));
    for (const [index, rows] of years.slice(1).entries()) {
      const key = (row: Row): string => `${/^[67]/.test(row.CompteNum!) ? '120000' : row.CompteNum} ${row.CompAuxNum}`;
      const closing = [...groupBy(years[index]!, key)].map(([name, group]) => [name, sum(group)]);
      const opening = [
        ...groupBy(
          rows.filter((row) => row.JournalCode === 'AN'),
          key,
        ),
      ].map(([name, group]) => [name, sum(group)]);
      const notZero = (pair: unknown[]): boolean => pair[1] !== 0;
      expect(opening.filter(notZero).sort()).toEqual(closing.filter(notZero).sort());
    }
  });

  test('lettered groups balance, save those that are partly paid', () => {
    const groups = fecs(on(today)).flatMap((rows) => [
      ...groupBy(
        rows.filter((row) => row.EcritureLet),
        (row) => `${row.CompAuxNum} ${row.EcritureLet}`,
      ),
    ]);
    expect(groups.length).toBeGreaterThan(1_000);
    const partial = groups.filter(([, group]) => sum(group) !== 0);
    expect(partial.length).toBeGreaterThan(3);
    for (const [, group] of partial) expect(sum(group)).toBeGreaterThan(0);
    for (const [, group] of groups) expect(new Set(group.map((row) => row.DateLet)).size).toBe(1);
  });

  test('a piece is never worth more than once, and the invoices of the books and of the CSV agree', () => {
    const years = fecs(on(today));
    const booked = groupBy(
      years.flat().filter((row) => row.JournalCode === 'VE' && isCustomerLine(row)),
      (row) => row.PieceRef!,
    );
    const told = groupBy(csv(on(today), 'csv-invoices'), (row) => row.invoice_number!);
    expect([...told.keys()].sort()).toEqual([...booked.keys()].sort());
    for (const [number, rows] of told) {
      const gross = rows.reduce((total, row) => total + centsIn(row.gross), 0);
      expect([number, Math.abs(sum(booked.get(number)!))]).toEqual([number, gross]);
      expect(booked.get(number)![0]!.CompAuxNum).toBe(rows[0]!.customer_ref);
      for (const row of rows) expect(row.due_on! >= row.issued_on!).toBe(true);
    }
  });

  test('about 800 000 € are open, 35 to 45 % of it overdue', () => {
    const { open, overdue } = openOn(on(today));
    expect(open).toBeGreaterThan(72_000_000);
    expect(open).toBeLessThan(88_000_000);
    expect(overdue / open).toBeGreaterThan(0.35);
    expect(overdue / open).toBeLessThan(0.45);
  });

  test('there are about 120 customers, each told apart by code, name and SIREN', () => {
    const customers = csv(on(today), 'csv-customers');
    expect(customers.length).toBeGreaterThanOrEqual(115);
    expect(customers.length).toBeLessThanOrEqual(130);
    for (const column of ['customer_ref', 'name'] as const)
      expect(new Set(customers.map((row) => row[column])).size).toBe(customers.length);
    const sirens = customers.map((row) => row.siren!).filter(Boolean);
    expect(new Set(sirens).size).toBe(sirens.length);
    expect(sirens.filter((siren) => !isSiren(siren) || !siren.startsWith('000'))).toEqual([]);
  });

  test('past steps are on worked days before today and rise with the days', () => {
    const { pastSteps } = on(today);
    expect(pastSteps.length).toBeGreaterThan(30);
    for (const step of pastSteps) expect(daysBetween(step.on, today)).toBeGreaterThan(0);
  });
});

// Open and overdue amounts from the last FEC's 411 and 416 balance and the due dates of the CSV.
const openOn = (portfolio: DemoPortfolio): { open: number; overdue: number } => {
  const last = fecs(portfolio).at(-1)!.filter(isCustomerLine);
  const booked = sum(last);
  const open = new Set(openLines(last).map((row) => row.PieceRef!));
  const notDue = csv(portfolio, 'csv-invoices')
    .filter((row) => row.kind === 'invoice' && open.has(row.invoice_number!) && row.due_on! >= portfolio.today)
    .reduce((total, row) => total + centsIn(row.gross), 0);
  return { open: booked, overdue: booked - notDue };
};

describe('the demo', { timeout: 30_000 }, () => {
  test('is the same text each time it is built', () => {
    expect(buildDemoPortfolio(DAYS[0]!)).toEqual(on(DAYS[0]!));
  });

  test('moves with the day: the same stories a year later, on other dates', () => {
    const [one, other] = [on(day('2026-11-25')), on(day('2027-08-16'))];
    expect(other.story.map((story) => story.key)).toEqual(one.story.map((story) => story.key));
    expect(other.files.map((file) => file.content)).not.toEqual(one.files.map((file) => file.content));
  });

  test('has a company whose SIREN and IBAN are well formed', () => {
    const { company } = on(DAYS[0]!);
    expect(isSiren(company.siren)).toBe(true);
    expect(isIban(company.iban)).toBe(true);
  });

  test('writes only to domains that cannot exist and to numbers kept for fiction', () => {
    const people = [...csv(on(DAYS[0]!), 'csv-customers'), ...csv(on(DAYS[0]!), 'csv-contacts')];
    for (const row of people) {
      if (row.email) expect(row.email).toMatch(/@[a-z0-9-]+\.example$/);
      if (row.phone) expect(row.phone).toMatch(/^(01 99 00 \d\d \d\d|\+44 20 7946 0\d{3})$/);
    }
  });
});
