// Deeds about money on a real database: what each writes, its undoing, its refusals.
import { day, type PaymentId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  announcePayment,
  cancelAnnouncement,
  closeDifference,
  enterAgain,
  keepRest,
  movePayment,
  readPaymentPage,
  readPaymentSheet,
  recordPayment,
  refundPayment,
  reopenAnnouncement,
} from '../index.ts';
import {
  apply,
  bounce,
  companyId,
  context,
  done,
  freeOf,
  openOf,
  openPayments,
  owed,
  paid,
  portfolio,
  rows,
  TODAY,
  undo,
} from './house.ts';

openPayments();

describe('a payment that comes back', () => {
  it('opens its terms from that day, tells the collector, and is applied again when that was a mistake', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const [one, two] = [await owed(customer, 'F1', 600), await owed(customer, 'F2', 500)];
    const payment = await paid(customer, 1_000);
    await apply(payment, one, 600);
    await apply(payment, two, 300);
    const made = await bounce(payment, day('2026-03-20'));
    expect(made).toMatchObject({ ok: true, value: { kind: 'return', cents: 1_000, on: '2026-03-20', code: 'AM04' } });
    expect([await openOf(one), await openOf(two), await freeOf(payment)]).toEqual([600, 500, 0]);
    const tasks = await rows(sql`SELECT kind, state, facts ->> 'code' AS code FROM tasks`);
    expect(tasks).toEqual([{ kind: 'payment_returned', state: 'open', code: 'AM04' }]);
    expect(await bounce(payment)).toEqual({ ok: false, refusal: { code: 'payment_spent', openCents: 0 } });
    expect(await undo(done(made))).toMatchObject({ ok: true, value: { undoneOn: TODAY } });
    expect([await openOf(one), await openOf(two), await freeOf(payment)]).toEqual([0, 200, 100]);
    expect(await undo(done(made))).toEqual({ ok: false, refusal: { code: 'already_undone' } });
    expect(await rows(sql`SELECT state FROM tasks`)).toEqual([{ state: 'done' }]);
  });

  it('in part takes what is free first, then the newest lines, and leaves the rest applied', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const [one, two] = [await owed(customer, 'F1', 600), await owed(customer, 'F2', 300)];
    const payment = await paid(customer, 1_000);
    await apply(payment, one, 600);
    await apply(payment, two, 300);
    // 100 free + 200 of F2's 300.
    expect((await bounce(payment, TODAY, 300)).ok).toBe(true);
    expect([await openOf(one), await openOf(two), await freeOf(payment)]).toEqual([0, 200, 0]);
  });

  it('is never noted before it came, nor before it happened', async () => {
    const payment = await paid(await portfolio.customer({ ref: 'A' }), 100);
    expect(await bounce(payment, day('2026-02-09'))).toEqual({ ok: false, refusal: { code: 'day_out_of_order' } });
    expect(await bounce(payment, day('2026-04-01'))).toEqual({ ok: false, refusal: { code: 'day_in_future' } });
  });
});

describe('money not applied', () => {
  it('is refunded, kept within the limit, moved to whose it is, and each is undone', async () => {
    const [here, there] = [await portfolio.customer({ ref: 'A' }), await portfolio.customer({ ref: 'B' })];
    const payment = await paid(here, 10_000);
    const order = { companyId, paymentId: payment, note: '' };
    const refund = done(await refundPayment(context, { ...order, cents: 4_000, on: TODAY, reference: 'VIR' }));
    const over = await keepRest(context, { ...order, cents: 1_501 });
    const limit = { code: 'over_limit', limitCents: 1_500, currency: 'EUR' };
    expect(over).toEqual({ ok: false, refusal: { ...limit, amountCents: 1_501 } });
    const gain = done(await keepRest(context, { ...order, cents: 1_500 }));
    const moved = await movePayment(context, { ...order, customerId: there, cents: 4_500 });
    const move = done(moved);
    expect(await freeOf(payment)).toBe(0);
    const refused = await refundPayment(context, { ...order, cents: 1, on: TODAY, reference: '' });
    expect(refused).toEqual({ ok: false, refusal: { code: 'payment_spent', openCents: 0 } });
    const [arrived] = await rows<{ id: PaymentId; open: number }>(
      sql`SELECT payment_id AS id, open_cents AS open FROM payments WHERE customer_id = ${there}`,
    );
    expect(arrived?.open).toBe(4_500);
    const theirs = await owed(there, 'F9', 5_000);
    await apply(arrived!.id, theirs, 4_500);
    for (const deed of [refund, gain, move]) expect((await undo(deed)).ok).toBe(true);
    expect([await freeOf(payment), await openOf(theirs)]).toEqual([10_000, 5_000]);
  });

  it('moved and sent on from there must come back first', async () => {
    const [here, there] = [await portfolio.customer({ ref: 'A' }), await portfolio.customer({ ref: 'B' })];
    const payment = await paid(here, 1_000);
    const order = { companyId, note: '', cents: 1_000 };
    const move = done(await movePayment(context, { ...order, paymentId: payment, customerId: there }));
    const [arrived] = await rows<{ id: PaymentId }>(
      sql`SELECT payment_id AS id FROM payments WHERE purpose = 'moved_in'`,
    );
    const refund = await refundPayment(context, { ...order, paymentId: arrived!.id, on: TODAY, reference: '' });
    expect(await undo(move)).toEqual({ ok: false, refusal: { code: 'state_forbids' } });
    expect((await undo(done(refund))).ok).toBe(true);
    expect((await undo(move)).ok).toBe(true);
    expect(await freeOf(payment)).toBe(1_000);
  });
});

describe('a payment entered by hand', () => {
  it('is listed by age, and taken back as a whole', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    const receivable = await owed(customer, 'F1', 900);
    const order = { companyId, customerId: customer, cents: 900, currency: null, method: 'cheque', note: '' };
    const deed = done(await recordPayment(context, { ...order, on: day('2026-03-15'), reference: 'CHQ 7' }));
    const page = await readPaymentPage(context, { companyId, view: 'unapplied', sort: '-on', limit: 10, offset: 0 });
    expect(page.items).toMatchObject([{ origin: 'hand', openCents: 900, ageDays: 16, method: 'cheque' }]);
    expect(page).toMatchObject({ ages: [{ age: 'd8_30', count: 1, openCents: 900 }], openCents: 900 });
    const paymentId = page.items[0]!.paymentId;
    const sheet = await readPaymentSheet(context, { companyId, paymentId });
    expect(sheet?.can).toEqual(['apply', 'return', 'refund', 'move', 'gain', 'cancel']);
    await apply(paymentId, receivable, 900);
    expect((await undo(deed)).ok).toBe(true);
    expect([await openOf(receivable), await freeOf(paymentId)]).toEqual([900, 0]);
    const late = await recordPayment(context, { ...order, on: day('2026-04-01'), reference: '' });
    const made = await enterAgain(context, { companyId, deedId: deed });
    expect(made).toMatchObject({ ok: true, value: { kind: 'record', cents: 900, on: '2026-03-15', undoneOn: null } });
    expect(await openOf(receivable)).toBe(0);
    const twice = await enterAgain(context, { companyId, deedId: deed });
    expect(twice).toEqual({ ok: false, refusal: { code: 'state_forbids' } });
    const standing = await enterAgain(context, { companyId, deedId: done(made) });
    expect(standing).toEqual({ ok: false, refusal: { code: 'state_forbids' } });
    expect(late).toEqual({ ok: false, refusal: { code: 'day_in_future' } });
  });
});

describe('a small difference', () => {
  it('is closed within the limit of its term, with what was closed before, and opened again', async () => {
    const receivable = await owed(await portfolio.customer({ ref: 'A' }), 'F1', 2_000);
    const close = (cents: number) =>
      closeDifference(context, { companyId, receivableId: receivable, cents, nature: 'bank_fee', note: 'SWIFT' });
    const first = done(await close(1_000));
    const over = { code: 'over_limit', amountCents: 1_501, limitCents: 1_500, currency: 'EUR' };
    expect(await close(501)).toEqual({ ok: false, refusal: over });
    expect(await close(1_001)).toEqual({ ok: false, refusal: { code: 'debt_settled', openCents: 1_000 } });
    expect((await close(500)).ok).toBe(true);
    expect(await openOf(receivable)).toBe(500);
    expect((await undo(first, 'adjustment')).ok).toBe(true);
    expect(await openOf(receivable)).toBe(1_500);
    expect(await rows(sql`SELECT open_cents AS open FROM credit_notes ORDER BY 1`)).toEqual([{ open: 0 }, { open: 0 }]);
  });
});

describe('announced money', () => {
  it('holds its terms until its day and five worked days, and ends when it is there', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    await owed(customer, 'F1', 600);
    await owed(customer, 'F2', 500, '2026-02-15');
    const order = { companyId, customerId: customer, kind: 'transfer', cents: 800, receivableIds: [], note: '' };
    const made = await announcePayment(context, { ...order, expectedOn: day('2026-04-02'), reference: '' });
    // Thursday 2 April + 5 worked days, Easter Monday 6 April not worked: Friday 10 April.
    expect(made).toMatchObject({ ok: true, value: { heldUntilOn: '2026-04-10', state: 'expected' } });
    const holds = sql`SELECT reason, cents, until_on AS until FROM holds WHERE lifted_on IS NULL ORDER BY cents DESC`;
    expect(await rows(holds)).toEqual([
      { reason: 'payment_in_transit', cents: 600, until: '2026-04-10' },
      { reason: 'payment_in_transit', cents: 200, until: '2026-04-10' },
    ]);
    const money = { companyId, customerId: customer, cents: 800, currency: null, method: 'transfer', note: '' };
    await recordPayment(context, { ...money, on: TODAY, reference: '' });
    expect(await rows(sql`SELECT state FROM announced_payments`)).toEqual([{ state: 'arrived' }]);
    expect(await rows(holds)).toEqual([]);
  });

  it('is cancelled and expected again', async () => {
    const customer = await portfolio.customer({ ref: 'A' });
    await owed(customer, 'F1', 600);
    const order = { companyId, customerId: customer, kind: 'cheque', cents: 600, receivableIds: [], note: '' };
    const made = await announcePayment(context, { ...order, expectedOn: day('2026-04-02'), reference: '' });
    const named = { companyId, announcementId: made.ok ? made.value.announcementId : 0 };
    expect(await cancelAnnouncement(context, { ...named, note: '' })).toMatchObject({ value: { state: 'cancelled' } });
    expect(await reopenAnnouncement(context, named)).toMatchObject({ ok: true, value: { state: 'expected' } });
    const late = await announcePayment(context, { ...order, expectedOn: day('2026-03-01'), reference: '' });
    expect(late).toEqual({ ok: false, refusal: { code: 'hold_in_past' } });
  });
});
