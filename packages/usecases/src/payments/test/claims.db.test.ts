// Late fees claimed and the lettering export on a real database.
import { type Day, day, type ReceivableId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { proposeAllocation } from '../../allocations/index.ts';
import {
  claimLateFees,
  closeDifference,
  decideClaim,
  exportLettering,
  giveUpClaim,
  previewClaim,
  recordPayment,
  undoClaim,
} from '../index.ts';
import {
  apply,
  bounce,
  companyId,
  context,
  openOf,
  openPayments,
  owed,
  paid,
  portfolio,
  rows,
  TODAY,
} from './house.ts';

openPayments();

describe('late fees claimed', () => {
  const ask = (receivableId: ReceivableId, on: Day = TODAY) => ({
    ...{ companyId, receivableIds: [receivableId], on },
    kinds: ['interest', 'fixed_fee'] as const,
  });

  it('are the days not claimed before, the fixed fee once, and come before the principal', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const receivable = await owed(customer, 'F1', 1_000_000, '2026-02-28');
    // 10 000,00 € at 12,15 % (ECB 2,15 % + 10 points) over 31 days of March: 10 000 × 0,1215 × 31 / 365 = 103,19 €.
    const preview = await previewClaim(context, ask(receivable));
    expect(preview).toMatchObject({ ok: true, value: { totalCents: 10_319 + 4_000, disposition: 'keep' } });
    const half = await claimLateFees(context, { ...ask(receivable, day('2026-03-15')), disposition: null, note: '' });
    // 15 days: 49,93 €; the 16 left: 53,26 €.
    expect(half).toMatchObject({ ok: true, value: { totalCents: 4_993 + 4_000 } });
    const rest = await previewClaim(context, ask(receivable));
    expect(rest).toMatchObject({
      ok: true,
      value: { totalCents: 5_326, lines: [{ kind: 'interest', fromOn: '2026-03-16', toOn: '2026-03-31' }] },
    });
    const payment = await paid(customer, 50_000);
    const asked = await proposeAllocation(context, {
      companyId,
      credit: { kind: 'payment', id: payment },
      invoiceId: null,
    });
    const shares = asked.ok ? asked.value.parts.map((part) => [part.invoiceNumber, part.proposedCents]) : [];
    expect(Object.fromEntries(shares)).toEqual({ 'INT-F1': 4_993, 'IFR-F1': 4_000, F1: 41_007 });
    const claim = half.ok ? half.value.items[0]! : null;
    const again = await previewClaim(context, ask(claim!.receivableId));
    expect(again).toEqual({ ok: false, refusal: { code: 'not_claimable' } });
  });

  it.each([
    { disposition: 'keep', open: 4_000, waived: false, shown: false },
    { disposition: 'waive', open: 0, waived: true, shown: false },
    { disposition: 'show', open: 4_000, waived: false, shown: true },
  ] as const)('once the principal is paid: $disposition', async ({ disposition, open, waived, shown }) => {
    const customer = await portfolio.customer({ ref: 'A' });
    const receivable = await owed(customer, 'F1', 10_000);
    const kinds = ['fixed_fee'] as const;
    const made = await claimLateFees(context, { ...ask(receivable), kinds, disposition: null, note: '' });
    const claim = made.ok ? made.value.items[0]! : null;
    await decideClaim(context, { companyId, claimId: claim!.claimId, disposition });
    const payment = await paid(customer, 10_000);
    await apply(payment, receivable, 10_000);
    const now = sql`SELECT waived_on IS NOT NULL AS waived, decided_by AS by, coalesce((SELECT h.lifted_on IS NULL FROM holds h
      WHERE h.hold_id = k.hold_id), false) AS shown FROM late_fee_claims k`;
    expect([await openOf(claim!.receivableId), ...(await rows(now))]).toEqual([
      open,
      { waived, shown, by: 'user:lea' },
    ]);
    // The principal is open again: whatever the rule did is taken back.
    expect((await bounce(payment)).ok).toBe(true);
    expect([await openOf(claim!.receivableId), ...(await rows(now))]).toEqual([
      4_000,
      { waived: false, shown: false, by: 'user:lea' },
    ]);
  });
});

describe('undoing', () => {
  const claimed = async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const receivable = await owed(customer, 'F1', 10_000);
    const order = { companyId, receivableIds: [receivable], on: TODAY, kinds: ['fixed_fee'] as const };
    const made = await claimLateFees(context, { ...order, disposition: null, note: '' });
    if (!made.ok) throw new Error(made.refusal.code);
    const { claimId, receivableId } = made.value.items[0]!;
    return { claimId, receivableId, named: { companyId, claimId, note: '' } };
  };
  const forbidden = { ok: false, refusal: { code: 'state_forbids' } };

  it('a claim twice, by one person or by two, leaves it given up: nobody is asked for it again', async () => {
    const { named, receivableId } = await claimed();
    const undo = () => undoClaim(context, { ...named, of: 'claim' });
    await Promise.all([undo(), undo()]);
    expect(await openOf(receivableId)).toBe(0);
    expect(await undo()).toEqual(forbidden);
    expect(await openOf(receivableId)).toBe(0);
  });

  it('a waiver twice leaves the claim asked for', async () => {
    const { named, receivableId } = await claimed();
    expect((await giveUpClaim(context, named)).ok).toBe(true);
    const undo = () => undoClaim(context, { ...named, of: 'waiver' });
    expect((await undo()).ok).toBe(true);
    expect(await undo()).toEqual(forbidden);
    expect(await openOf(receivableId)).toBe(4_000);
  });
});

describe('the lettering export', () => {
  it('balances, letters what is closed, and never changes a code it gave', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const [one, two] = [await owed(customer, 'F1', 1_000), await owed(customer, 'F2', 500)];
    const money = { companyId, customerId: customer, currency: null, method: 'cheque', note: '' };
    await recordPayment(context, { ...money, cents: 990, on: day('2026-03-10'), reference: 'CHQ 1' });
    const [{ id } = { id: 0 }] = await rows<{ id: number }>(sql`SELECT payment_id AS id FROM payments`);
    await apply(id, one, 990);
    await closeDifference(context, { companyId, receivableId: one, cents: 10, nature: 'write_off', note: '' });
    const period = { companyId, from: day('2026-03-01'), to: TODAY };
    const read = async () => {
      const made = await exportLettering(context, period);
      if (!made.ok) throw new Error(made.refusal.code);
      return made.value.text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split('\t'));
    };
    const before = await read();
    const sum = (column: number) => before.reduce((all, row) => all + Number(row[column]!.replace(',', '')), 0);
    expect(sum(11)).toBe(sum(12));
    expect(before.map((row) => [row[0], row[4], row[11], row[12], row[13]])).toEqual([
      ['BQ', '411000', '0,00', '9,90', 'AAA'],
      ['BQ', '512000', '9,90', '0,00', ''],
      ['OD', '411000', '0,00', '0,10', 'AAA'],
      ['OD', '658000', '0,10', '0,00', ''],
      ['LET', '411000', '10,00', '0,00', 'AAA'],
      ['LET', '411000', '0,00', '9,90', 'AAA'],
      ['LET', '411000', '0,00', '0,10', 'AAA'],
    ]);
    await recordPayment(context, { ...money, cents: 500, on: TODAY, reference: '' });
    const [{ last } = { last: 0 }] = await rows<{ last: number }>(sql`SELECT max(payment_id) AS last FROM payments`);
    await apply(last, two, 500);
    const codes = new Set((await read()).filter((row) => row[0] === 'LET').map((row) => `${row[8]} ${row[13]}`));
    expect([...codes]).toEqual(['F1 AAA', 'F2 AAB']);
    const backwards = await exportLettering(context, { companyId, from: TODAY, to: day('2026-03-01') });
    expect(backwards).toEqual({ ok: false, refusal: { code: 'period_invalid' } });
  });

  it('gives what was made here beside imported books, and not what the books tell too', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const money = { companyId, customerId: customer, currency: null, method: 'cheque', note: '' };
    const on = day('2026-03-10');
    await recordPayment(context, { ...money, cents: 990, on, reference: 'CHQ 1' });
    await recordPayment(context, { ...money, cents: 660, on, reference: 'CHQ 2' });
    await rows(sql`WITH books AS (
        INSERT INTO imports (company_id, kind, file_name, sha256, status, actor)
        VALUES (${companyId}, 'fec', 'books.txt', repeat('0', 64), 'imported', 'user:lea') RETURNING import_id)
      INSERT INTO payment_tellings (payment_id, key, source, told_on, import_id)
      SELECT p.payment_id, md5('line')::uuid, 'books', ${on}::date, b.import_id FROM books b, payments p
      WHERE p.reference = 'CHQ 2' AND p.company_id = ${companyId} RETURNING key`);
    const made = await exportLettering(context, { companyId, from: on, to: TODAY });
    if (!made.ok) throw new Error(made.refusal.code);
    expect([made.value.entries, made.value.text.includes('CHQ 1'), made.value.text.includes('CHQ 2')]).toEqual([
      1,
      true,
      false,
    ]);
  });
});
