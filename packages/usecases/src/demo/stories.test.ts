// Every story the demo promises is found in the files themselves, on a Wednesday, a Saturday and a leap day.
import { readFileSync } from 'node:fs';
import { isHoliday } from '@quittance/core/calendar';
import { addDays, type Day, day, daysBetween, weekday } from '@quittance/core/kernel';
import { describe, expect, test } from 'vitest';
import { buildDemoPortfolio } from './index.ts';
import { centsIn, groupBy, type Row, seen, signed, sum } from './read-back.ts';

const due = (row: Row): Day => day(row.due_on!);
const gross = (rows: readonly Row[]): number => rows.reduce((total, row) => total + centsIn(row.gross), 0);
const invoicesOnly = (rows: readonly Row[]): Row[] => rows.filter((row) => row.kind === 'invoice');

// Offsets of the standard scenario from the due date, as the specification lists them.
const RUNGS = [
  ['rung_notice', -5],
  ['rung_courteous', 7],
  ['rung_firm', 15],
  ['rung_call', 18],
  ['rung_letter', 30],
  ['rung_formal_notice', 45],
  ['rung_decide', 60],
] as const;

describe.each(['2026-11-25', '2026-11-21', '2028-02-29'].map(day))('the stories on %s', (today) => {
  const portfolio = buildDemoPortfolio(today);
  const look = (key: string) => seen(portfolio, key);
  const late = (row: Row): number => daysBetween(due(row), today);

  test.each(RUNGS)('%s: the step at %i days is due today and the ones before are done', (key, offset) => {
    const { invoices, customer, open } = look(key);
    expect(invoices.map(late)).toEqual([offset]);
    const steps = portfolio.pastSteps.filter((step) => step.customerRef === customer.customer_ref);
    const rank = RUNGS.findIndex(([name]) => name === key) + 1;
    expect(steps.map((step) => step.rank)).toEqual(Array.from({ length: rank - 1 }, (_, index) => index + 1));
    expect(sum(open)).toBe(gross(invoices));
  });

  test('partly_paid: 3 740,00 € of 6 240,00 € are left', () => {
    const { open, invoices } = look('partly_paid');
    expect([gross(invoices), sum(open)]).toEqual([624_000, 374_000]);
  });

  test('unallocated_credit: a credit note of 960,00 € has no lettering', () => {
    const credits = look('unallocated_credit').open.filter((row) => signed(row) < 0);
    expect(credits.map((row) => [row.EcritureLet, signed(row), row.JournalCode])).toEqual([['', -96_000, 'VE']]);
  });

  test('credit_covers: the credit is worth the overdue invoice', () => {
    expect(sum(look('credit_covers').open)).toBe(0);
    expect(look('credit_covers').open.length).toBe(2);
  });

  test('tiny_balance: less than 5,00 € are open', () => {
    expect(sum(look('tiny_balance').open)).toBe(320);
  });

  test('round_payer: 2 000,00 € came without lettering', () => {
    const paid = look('round_payer').open.filter((row) => row.JournalCode === 'BQ');
    expect(paid.map((row) => [row.EcritureLet, signed(row)])).toEqual([['', -200_000]]);
  });

  test('three_part_payments: three payments, the first and last more than a half-year apart', () => {
    const paid = look('three_part_payments').open.filter((row) => row.JournalCode === 'BQ');
    expect(paid).toHaveLength(3);
    const dates = paid.map((row) => row.EcritureDate!.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')).sort();
    expect(daysBetween(day(dates[0]!), day(dates[2]!))).toBeGreaterThan(184);
  });

  test('six_same_week: six overdue invoices within seven days', () => {
    const dues = look('six_same_week').invoices.map(due).sort();
    expect(dues).toHaveLength(6);
    expect(daysBetween(dues[0]!, dues[5]!)).toBeLessThan(7);
    expect(dues[5]! < today).toBe(true);
  });

  test('sent_after_due: sent later than due', () => {
    const [invoice] = look('sent_after_due').invoices;
    expect(invoice!.sent_on! > invoice!.due_on!).toBe(true);
  });

  test('three_terms: one invoice, the first term paid, the second overdue, the third to come', () => {
    const { invoices, open } = look('three_terms');
    expect(new Set(invoices.map((row) => row.invoice_number)).size).toBe(1);
    expect(invoices.map((row) => Math.sign(late(row)))).toEqual([1, 1, -1]);
    expect(sum(open)).toBe(gross(invoices) - centsIn(invoices[0]!.gross));
  });

  test('weekend_step and holiday_step: seven days after the due date nobody works', () => {
    expect(weekday(addDays(due(look('weekend_step').invoices[0]!), 7))).toBe(6);
    expect(isHoliday(addDays(due(look('holiday_step').invoices[0]!), 7), false)).toBe(true);
  });

  test('oldest_paid: the oldest is paid, the two others are open', () => {
    const { open, invoices } = look('oldest_paid');
    expect(open.map((row) => row.PieceRef).sort()).toEqual(
      invoices
        .slice(1)
        .map((row) => row.invoice_number)
        .sort(),
    );
  });

  test('minimum_gap: chased on the last worked day, with another invoice at 30 days', () => {
    const { customer, invoices } = look('minimum_gap');
    const steps = portfolio.pastSteps.filter((step) => step.customerRef === customer.customer_ref);
    const last = steps
      .map((step) => step.on)
      .sort()
      .at(-1)!;
    expect(daysBetween(last, today)).toBeLessThanOrEqual(4);
    expect(invoices.map(late)).toContain(30);
  });

  test('old_backlog: both invoices are more than 400 days late and come from the opening entries', () => {
    const { invoices, open } = look('old_backlog');
    expect(invoices.every((row) => late(row) > 400)).toBe(true);
    expect(open.every((row) => row.JournalCode === 'AN')).toBe(true);
  });

  test('doubtful: the open balance stands in 416, moved this year or last', () => {
    expect(look('doubtful').open.map((row) => [row.CompteNum, row.JournalCode])).toEqual([
      ['416000', 'OD'],
      ['416000', 'OD'],
    ]);
    expect(look('doubtful_opening').open.map((row) => [row.CompteNum, row.JournalCode])).toEqual([['416000', 'AN']]);
  });

  test('payments seen at the bank: named, spread over four invoices, and unexplained', () => {
    const named = look('paid_today');
    expect(named.payments.map((row) => [row.invoice_numbers, centsIn(row.amount)])).toEqual([
      [named.invoices[0]!.invoice_number, gross(named.invoices)],
    ]);
    expect(look('pays_four_of_six').payments[0]!.invoice_numbers!.split(' ')).toHaveLength(4);
    const { payments, invoices } = look('unmatched_transfer');
    expect(payments.map((row) => row.invoice_numbers)).toEqual(['']);
    expect(new Set([...invoices, ...payments].map((row) => centsIn(row.gross ?? row.amount))).size).toBe(1);
  });

  test('people: languages, roles, missing and bounced addresses', () => {
    expect(look('english_debtor').customer.language).toBe('en');
    expect(look('english_debtor').contacts.map((row) => row.language)).toEqual(['en']);
    expect(look('billing_and_decision').contacts.map((row) => row.roles)).toEqual([
      'billing reminders',
      'disputes',
      'decision formal_notice',
    ]);
    const withoutEmail = look('no_email');
    expect([withoutEmail.customer, ...withoutEmail.contacts].map((row) => row.email)).toEqual(['', '']);
    expect(withoutEmail.customer.address_line1).not.toBe('');
    const nobody = look('no_contact');
    expect([nobody.customer.email, nobody.customer.phone, nobody.customer.city, nobody.contacts.length]).toEqual([
      '',
      '',
      '',
      0,
    ]);
    expect(look('no_postal_address').customer.city).toBe('');
    const bounced = look('bounced');
    expect([bounced.customer, ...bounced.contacts].map((row) => row.email)).toEqual(
      [1, 2].map(() => portfolio.bounced.find((one) => one.customerRef === bounced.customer.customer_ref)!.email),
    );
  });

  test('kinds, terms and scenarios', () => {
    expect(look('consumer').customer.kind).toBe('consumer');
    expect(look('town_hall').customer.kind).toBe('public');
    expect(look('terms_beyond_law').customer.payment_terms).toBe('90 jours');
    expect(look('high_risk').customer.scenario).toBe('strict');
    expect(look('key_account').customer.scenario).toBe('trusted');
  });

  describe('payers', () => {
    const delays = (key: string): number[] => {
      const { lines, history } = look(key);
      const paidOn = new Map(lines.filter((row) => row.DateLet).map((row) => [row.PieceRef, row.DateLet!]));
      return invoicesOnly(history).flatMap((row) => {
        const on = paidOn.get(row.invoice_number!);
        return on ? [daysBetween(due(row), day(on.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')))] : [];
      });
    };
    const mean = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0) / list.length;

    test('early before exact before late before slow', () => {
      const means = ['payer_early', 'payer_exact', 'payer_late', 'payer_slow'].map((key) => mean(delays(key)));
      expect(means).toEqual(means.toSorted((a, b) => a - b));
      expect(means[1]).toBeLessThan(5);
      expect(means[2]).toBeGreaterThan(9);
    });

    test('drifting pays later and later', () => {
      const list = delays('payer_drifting');
      expect(mean(list.slice(-8)) - mean(list.slice(0, 8))).toBeGreaterThan(15);
    });

    test('splits pays each invoice in two', () => {
      const groups = groupBy(
        look('payer_splits').lines.filter((row) => row.JournalCode === 'BQ'),
        (row) => row.EcritureLet!,
      );
      expect([...groups.values()].filter((group) => group.length === 2).length).toBeGreaterThan(10);
    });
  });
});

test('fixtures/demo/story.md lists every story with the customer that shows it', { timeout: 30_000 }, () => {
  const text = readFileSync(new URL('../../../../fixtures/demo/story.md', import.meta.url), 'utf8');
  const rows = buildDemoPortfolio(day('2026-11-25')).story.map(
    (story) =>
      `| \`${story.key}\` | ${story.situation ?? ''} | ${story.customerRef} | ${story.customerName} | ${story.what} |`,
  );
  for (const row of rows) expect(text).toContain(row);
});
