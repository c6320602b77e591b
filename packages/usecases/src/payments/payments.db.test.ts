// Deeds on a real database: what each writes, its undoing, its refusals; and no cent created or lost over any sequence of them.
import {
  type CompanyId,
  type CustomerId,
  type Day,
  day,
  type OrgId,
  type PaymentId,
  type ReceivableId,
} from '@quittance/core/kernel';
import { type DeedRow, findPayment } from '@quittance/db/payments';
import { withOrg } from '@quittance/db/tx';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { Portfolio } from '@quittance/testkit/ledger';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyCredit, proposeAllocation } from '../allocations/index.ts';
import type { Context } from '../context/index.ts';
import { clockAt } from '../ports/index.ts';
import { createHouse } from '../users/index.ts';
import {
  announcePayment,
  cancelAnnouncement,
  claimLateFees,
  closeDifference,
  decideClaim,
  exportLettering,
  keepRest,
  movePayment,
  previewClaim,
  readPaymentPage,
  readPaymentSheet,
  recordPayment,
  refundPayment,
  reopenAnnouncement,
  returnPayment,
  undoDeed,
} from './index.ts';

const TODAY = day('2026-03-31');
let database: TestDatabase;
let context: Context;
let companyId: CompanyId;
let portfolio: Portfolio;
let houses = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  houses += 1;
  const place = { db: database.db, actor: 'user:lea', clock: clockAt(new Date(`${TODAY}T08:00:00Z`)) };
  const house = await createHouse(place, { name: `payments ${houses}`, siren: null });
  companyId = house.companyId;
  context = { ...place, orgId: house.orgId as OrgId };
  portfolio = new Portfolio(database.db, house);
});

const owed = async (customer: CustomerId, number: string, cents: number, dueOn = '2026-02-01'): Promise<ReceivableId> =>
  (await portfolio.invoice({ customer, number, issuedOn: '2026-01-01', terms: [{ dueOn, cents }] })).receivables[0]!;
const paid = (customer: CustomerId, cents: number, reference = ''): Promise<PaymentId> =>
  portfolio.payment({ customer, on: '2026-02-10', cents, reference });
const rows = <R>(statement: ReturnType<typeof sql>): Promise<R[]> =>
  withOrg(database.db, context.orgId, async (tx) => (await statement.execute(tx)).rows as R[]);
const openOf = async (receivable: ReceivableId): Promise<number> =>
  (
    await rows<{ open: number }>(sql`SELECT open_cents AS open FROM receivables WHERE receivable_id = ${receivable}`)
  )[0]!.open;
const freeOf = async (paymentId: PaymentId): Promise<number> =>
  (await withOrg(database.db, context.orgId, (tx) => findPayment(tx, { companyId, paymentId, today: TODAY })))!
    .openCents;
const apply = (id: number, receivableId: ReceivableId, cents: number) =>
  applyCredit(context, { companyId, credit: { kind: 'payment', id }, parts: [{ receivableId, cents }], reason: '' });
const done = <R>(made: { ok: true; value: DeedRow } | { ok: false; refusal: R }): number => {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.deedId;
};
const undo = (deedId: number, of: 'payment' | 'adjustment' = 'payment') =>
  undoDeed(context, { companyId, deedId, note: '', of });
const bounce = (paymentId: PaymentId, on: Day = day('2026-03-20'), cents: number | null = null) =>
  returnPayment(context, { companyId, paymentId, on, cents, code: 'AM04', note: '' });
/** Open terms less free credits plus open money out, which no deed inside one company changes but money itself. */
const balance = async (): Promise<number> =>
  (
    await rows<{ cents: number }>(sql`SELECT (coalesce((SELECT sum(gross_cents) FROM receivables), 0)
      - coalesce((SELECT sum(gross_cents) FROM credit_notes), 0)
      - coalesce((SELECT sum(CASE direction WHEN 'in' THEN cents ELSE -cents END) FROM payments), 0))::bigint AS cents`)
  )[0]!.cents;

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
    expect(over).toEqual({ ok: false, refusal: { code: 'over_limit' } });
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
    expect(late).toEqual({ ok: false, refusal: { code: 'day_in_future' } });
  });
});

describe('a small difference', () => {
  it('is closed within the limit of its term, with what was closed before, and opened again', async () => {
    const receivable = await owed(await portfolio.customer({ ref: 'A' }), 'F1', 2_000);
    const close = (cents: number) =>
      closeDifference(context, { companyId, receivableId: receivable, cents, nature: 'bank_fee', note: 'SWIFT' });
    const first = done(await close(1_000));
    expect(await close(501)).toEqual({ ok: false, refusal: { code: 'over_limit' } });
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
});

const KINDS = ['record', 'apply', 'return', 'refund', 'move', 'gain', 'write_off', 'undo', 'undo'] as const;
type Step = Readonly<{ deed: (typeof KINDS)[number]; which: number; debt: number; cents: number }>;
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    deed: fc.constantFrom(...KINDS),
    which: fc.nat(30),
    debt: fc.nat(2),
    cents: fc.integer({ min: 1, max: 900 }),
  }),
  { minLength: 4, maxLength: 14 },
);

describe('over any sequence of deeds and their undoing', () => {
  it('no cent is created or lost: what is owed changes by money that came, went, or was given up, and by nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        houses += 1;
        const [a, b] = [
          await portfolio.customer({ ref: `A${houses}` }),
          await portfolio.customer({ ref: `B${houses}` }),
        ];
        const debts = [
          await owed(a, `F${houses}-1`, 500),
          await owed(a, `F${houses}-2`, 800),
          await owed(b, `F${houses}-3`, 1_000),
        ];
        const before = await balance();
        const money: PaymentId[] = [];
        // What each deed that stands adds to what is owed; applying and moving add nothing.
        const standing = new Map<number, Readonly<{ cents: number; of: 'payment' | 'adjustment' }>>();
        const note = (
          made: { ok: true; value: DeedRow } | { ok: false },
          cents: number,
          of: 'payment' | 'adjustment' = 'payment',
        ) => {
          if (made.ok) standing.set(made.value.deedId, { cents, of });
        };
        for (const { deed, which, debt, cents } of sequence) {
          const paymentId = money[which % Math.max(1, money.length)];
          const order = { companyId, cents, note: '' };
          if (deed === 'record') {
            const customerId = which % 2 === 0 ? a : b;
            const made = await recordPayment(context, {
              ...order,
              customerId,
              on: TODAY,
              currency: null,
              method: 'cash',
              reference: '',
            });
            note(made, -cents);
            if (made.ok) money.push(made.value.paymentId!);
          } else if (deed === 'write_off') {
            const receivableId = debts[debt]!;
            note(await closeDifference(context, { ...order, receivableId, nature: 'write_off' }), -cents, 'adjustment');
          } else if (deed === 'undo') {
            const [id, told] = [...standing][which % Math.max(1, standing.size)] ?? [0, null];
            if (told && (await undo(id, told.of)).ok) standing.delete(id);
          } else if (paymentId === undefined) continue;
          else if (deed === 'apply') await apply(paymentId, debts[debt]!, cents);
          else if (deed === 'return') note(await bounce(paymentId, TODAY, cents), cents);
          else if (deed === 'refund')
            note(await refundPayment(context, { ...order, paymentId, on: TODAY, reference: '' }), cents);
          else if (deed === 'gain') note(await keepRest(context, { ...order, paymentId }), cents);
          else {
            const made = await movePayment(context, { ...order, paymentId, customerId: which % 2 === 0 ? b : a });
            note(made, 0);
          }
          const all = await rows<{ id: PaymentId }>(sql`SELECT payment_id AS id FROM payments
            WHERE direction = 'in' AND customer_id IN (${a}, ${b}) AND purpose IN ('payment', 'moved_in') ORDER BY 1`);
          money.splice(0, money.length, ...all.map(({ id }) => id));
        }
        const moved = [...standing.values()].reduce((sum, { cents }) => sum + cents, 0);
        expect((await balance()) - before).toBe(moved);
        const [sound] = await rows<{
          proven: boolean;
        }>(sql`SELECT NOT EXISTS (SELECT 1 FROM receivables r WHERE settled_cents <>
            (SELECT coalesce(sum(cents), 0) FROM allocations l WHERE l.receivable_id = r.receivable_id))
          AND NOT EXISTS (SELECT 1 FROM payments p WHERE applied_cents <> (SELECT coalesce(sum(cents), 0) FROM allocations l
            WHERE l.payment_id = p.payment_id OR l.refund_id = p.payment_id))
          AND NOT EXISTS (SELECT 1 FROM payments WHERE direction = 'out' AND open_cents <> 0) AS proven`);
        expect(sound?.proven).toBe(true);
        expect((await exportLettering(context, { companyId, from: day('2026-03-01'), to: day('2026-12-31') })).ok).toBe(
          true,
        );
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
