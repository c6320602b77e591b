// Situations 7, 20 and 23 with money and late fees as people record them, and a payment that comes back. In 2026, 2 March is a Monday.
import { day, type PaymentId, type ReceivableId } from '@quittance/core/kernel';
import { sql } from '@quittance/testkit/ledger';
import { expect, it } from 'vitest';
import { applyCredit } from '../../src/allocations/index.ts';
import { changePolicy } from '../../src/companies/index.ts';
import { announcePayment, claimLateFees, recordPayment, returnPayment, undoDeed } from '../../src/payments/index.ts';
import { onStage } from '../on-stage.ts';
import type { Stage } from '../stage.ts';

const open = onStage();

async function pay(stage: Stage, customerId: number, parts: readonly { receivableId: ReceivableId; cents: number }[]) {
  const { companyId, on, context } = stage;
  const cents = parts.reduce((sum, part) => sum + part.cents, 0);
  const money = { companyId, customerId: customerId as never, on, cents, currency: null, reference: '', note: '' };
  const made = await recordPayment(context, { ...money, method: 'cheque' });
  const id = (made.ok ? made.value.paymentId : 0) as PaymentId;
  await applyCredit(context, { companyId, credit: { kind: 'payment', id }, parts, reason: '' });
  return id;
}

it('7: a transfer announced holds its invoice until its day plus the bank delay; it arrives, and the hold is over', async () => {
  const stage = await open('2026-03-09');
  const [one, two] = [await stage.portfolio.customer({ ref: 'C1' }), await stage.portfolio.customer({ ref: 'C2' })];
  await stage.owed(one, 'F1', '2026-03-02');
  const paid = await stage.owed(two, 'F2', '2026-03-02');
  const order = { companyId: stage.companyId, kind: 'transfer', cents: 120_000, receivableIds: [], note: '' };
  // Expected on Tuesday 10 March; five worked days later is Tuesday 17.
  for (const customerId of [one, two])
    await announcePayment(stage.context, { ...order, customerId, expectedOn: day('2026-03-10'), reference: '' });
  expect([await stage.silence('F1'), await stage.silence('F2')]).toEqual([
    'payment_in_transit 2026-03-17',
    'payment_in_transit 2026-03-17',
  ]);
  await stage.live(1);
  await pay(stage, two, [{ receivableId: paid, cents: 120_000 }]);
  const states = await stage.sql<{ state: string }>(sql`SELECT state FROM announced_payments ORDER BY announcement_id`);
  expect(states.map(({ state }) => state)).toEqual(['expected', 'arrived']);
  expect(await stage.live(10)).toEqual(['2026-03-18 email courteous C1']);
});

it('7: a payment that comes back re-arms the ladder from its level the next day, and the collector is told', async () => {
  const stage = await open('2026-03-09');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivableId = await stage.owed(customer, 'F1', '2026-03-02');
  await stage.live(2);
  const payment = await pay(stage, customer, [{ receivableId, cents: 120_000 }]);
  // Paid from 11 to 23 March: nothing leaves, though the firm reminder fell due on 17.
  expect(await stage.live(12)).toEqual(['2026-03-09 email courteous C1']);
  const bounced = { companyId: stage.companyId, paymentId: payment, on: stage.on, cents: null, code: 'AM04', note: '' };
  const made = await returnPayment(stage.context, bounced);
  expect(stage.on).toBe('2026-03-23');
  expect(await stage.tasks()).toEqual(['payment_returned C1']);
  expect(await stage.silence('F1')).toBe('payment_in_transit 2026-03-23');
  expect(await stage.live(2)).toEqual(['2026-03-09 email courteous C1', '2026-03-24 email firm C1']);
  expect(await stage.levels()).toEqual({ 'F1/1': 3 });
  // It was a mistake: paid again, nothing more is asked.
  const deedId = made.ok ? made.value.deedId : 0;
  await undoDeed(stage.context, { companyId: stage.companyId, deedId, note: '', of: 'payment' });
  expect(await stage.live(10)).toHaveLength(2);
});

it.each([
  { whenPrincipalPaid: 'keep', says: ['2026-03-09', '2026-03-23'], left: 4_000 },
  { whenPrincipalPaid: 'waive', says: ['2026-03-09'], left: 0 },
  { whenPrincipalPaid: 'show', says: ['2026-03-09'], left: 4_000 },
] as const)(
  '20: the principal is paid, the fixed fee is left, and the company chose to $whenPrincipalPaid',
  async ({ whenPrincipalPaid, says, left }) => {
    const stage = await open('2026-03-09');
    await changePolicy(stage.context, stage.companyId, { lateFees: { whenPrincipalPaid, decidedBy: null } });
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    const receivableId = await stage.owed(customer, 'F1', '2026-03-02');
    await stage.live(8);
    const ask = {
      companyId: stage.companyId,
      receivableIds: [receivableId],
      on: stage.on,
      kinds: ['fixed_fee'] as const,
    };
    const made = await claimLateFees(stage.context, { ...ask, disposition: null, note: '' });
    expect(made).toMatchObject({
      ok: true,
      value: { items: [{ number: 'IFR-F1', cents: 4_000, decidedBy: 'user:test' }] },
    });
    await pay(stage, customer, [{ receivableId, cents: 120_000 }]);
    // Claimed on 17 March, due before: its own first reminder falls on 23.
    const messages = await stage.live(9);
    expect(messages.map((text) => text.slice(0, 10))).toEqual(says);
    const [fee] = await stage.sql<{ open: number }>(sql`SELECT r.open_cents AS open FROM receivables r
      JOIN invoices i USING (org_id, invoice_id) WHERE i.nature = 'late_fee'`);
    expect(fee?.open).toBe(left);
  },
);

it('23: late fees claimed stand in the next message as their own line; the invoice itself never changes', async () => {
  const stage = await open('2026-03-09');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivableId = await stage.owed(customer, 'F1', '2026-03-02');
  await stage.live(8);
  const ask = {
    companyId: stage.companyId,
    receivableIds: [receivableId],
    on: stage.on,
    kinds: ['interest', 'fixed_fee'] as const,
  };
  // 1 200 € at 12,15 % over 15 days (3 to 17 March): 5,99 €.
  await claimLateFees(stage.context, { ...ask, disposition: null, note: '' });
  await stage.live(1);
  expect((await stage.said()).at(-1)).toContain('F1=120000');
  expect((await stage.said()).at(-1)).toContain('INT-F1=599');
  expect((await stage.said()).at(-1)).toContain('total=124599');
  const [principal] = await stage.sql(
    sql`SELECT gross_cents AS gross, open_cents AS open FROM receivables WHERE receivable_id = ${receivableId}`,
  );
  expect(principal).toEqual({ gross: 120_000, open: 120_000 });
});
