// Returns of the bank on a real database: tied to the payment they give back, applied alone, taken, by hand, undone and taken again.
import type { CustomerId } from '@quittance/core/kernel';
import { verifyJournal } from '@quittance/db/journal';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undoDeed } from '../../payments/index.ts';
import { decideMovement } from '../index.ts';
import { type CashHouse, openHouse } from './house.ts';

let database: TestDatabase;
let house: CashHouse;
let dupont: CustomerId;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  house = await openHouse(database.db);
  dupont = await house.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
});

const rows = <R>(statement: ReturnType<typeof sql>): Promise<R[]> =>
  house.read(async (tx) => (await statement.execute(tx)).rows as R[]);
const moneyOf = async (customer: CustomerId) =>
  (
    await rows<{
      text: string;
    }>(sql`SELECT direction || ' ' || purpose || ' ' || paid_on || ' ' || cents AS text FROM payments
      WHERE org_id = current_org() AND customer_id = ${customer} ORDER BY payment_id`)
  ).map(({ text }) => text);
const tasks = () =>
  rows<{ state: string }>(
    sql`SELECT state FROM tasks WHERE org_id = current_org() AND kind = 'payment_returned' ORDER BY task_id`,
  );

type Given = Readonly<{ number?: string; cents?: number; endToEndId?: string; mandateId?: string }>;

/** An invoice of the customer and the direct debit that paid it, applied by a run. */
async function paid({ number = 'FA-2026-0118', cents = 120_000, ...ids }: Given = {}) {
  await house.invoice(dupont, number, cents);
  const movement = { on: '2026-03-10', cents, label: `PRLV ${number}`, name: 'Menuiserie Dupontel', ...ids };
  const transactionId = await house.bank.movement(movement);
  await house.run();
  const [decision] = await house.decisions(transactionId);
  return decision!.payments[0]!.paymentId;
}

const returned = (ids: Given & Readonly<{ label?: string; name?: string }> = {}) => {
  const { cents = 120_000, label = 'REJET PRLV', name = '', ...rest } = ids;
  return house.bank.movement({ on: '2026-03-20', cents: -cents, label, name, isReturn: true, ...rest });
};

const sound = async () => {
  const { sound: isSound, tied, matched } = await house.bank.sums();
  expect(isSound).toBe(true);
  expect(tied).toBe(matched);
  expect(await house.read((tx) => verifyJournal(tx))).toMatchObject({ ok: true });
};

describe('a return of the bank', () => {
  it.each([
    ['end-to-end id', { endToEndId: 'E2E-2026-0001' }, 'return_end_to_end_id'],
    ['mandate', { mandateId: 'MANDAT-77' }, 'return_mandate'],
  ])('that has the %s of one payment alone and its amount gives it back by itself', async (_, ids, evidence) => {
    await paid(ids);
    const line = await returned(ids);
    expect(await house.bank.owed(dupont)).toEqual([0]);
    const { returns } = await house.run();
    expect(returns.map(({ decisionId }) => decisionId !== null)).toEqual([true]);
    expect(await house.bank.owed(dupont)).toEqual([120_000]);
    expect(await moneyOf(dupont)).toEqual(['in payment 2026-03-10 120000', 'out return 2026-03-20 120000']);
    expect(await house.line(line)).toMatchObject({ state: 'applied', openCents: 0 });
    expect(await house.decisions(line)).toMatchObject([{ origin: 'automatic', evidence: [evidence] }]);
    expect(await tasks()).toEqual([{ state: 'open' }]);
    const opened = await rows<{ text: string }>(sql`SELECT allocated_on || ' ' || cents AS text FROM allocations
      WHERE org_id = current_org() AND reverses_allocation_id IS NOT NULL`);
    expect(opened.map(({ text }) => text)).toEqual(['2026-03-31 -120000']);
    await house.run();
    expect(await house.decisions(line)).toHaveLength(1);
    await sound();
  });

  it('that an amount and a name alone speak for waits for a person, who takes it', async () => {
    const paymentId = await paid();
    const line = await returned({ label: 'IMPAYE', name: 'Menuiserie Dupontel' });
    await house.run();
    expect(await house.proposal(line)).toMatchObject({
      decision: 'suggest',
      best: { evidence: ['return_amount_and_name'], parts: [{ customerId: dupont, paymentId, cents: 120_000 }] },
    });
    expect(await house.bank.owed(dupont)).toEqual([0]);
    expect(await house.accept(line)).toMatchObject({ ok: true });
    expect(await house.bank.owed(dupont)).toEqual([120_000]);
    await sound();
  });

  it('that two payments explain alike is only suggested, with both', async () => {
    await paid({ mandateId: 'MANDAT-77' });
    await paid({ number: 'FA-2026-0119', mandateId: 'MANDAT-77' });
    const line = await returned({ mandateId: 'MANDAT-77' });
    await house.run();
    expect(await house.proposal(line)).toMatchObject({ decision: 'suggest' });
    expect((await house.line(line)).alternatives).toHaveLength(1);
    expect(await house.accept(line, 1)).toMatchObject({ ok: true });
    expect(await house.bank.owed(dupont)).toEqual([0, 120_000]);
  });

  it('is one of two that name the same payment: neither is given back alone, and only one can be', async () => {
    await paid({ endToEndId: 'E2E-1' });
    const [first, second] = [await returned({ endToEndId: 'E2E-1' }), await returned({ endToEndId: 'E2E-1' })];
    await house.run();
    expect(await house.bank.owed(dupont)).toEqual([0]);
    expect(await house.accept(first!)).toMatchObject({ ok: true });
    const [payment] = (await rows<{ id: number }>(
      sql`SELECT payment_id AS id FROM payments WHERE org_id = current_org() AND direction = 'in'`,
    ))!;
    expect(await byHand(second!, payment!.id)).toEqual({ ok: false, refusal: { code: 'credit_spent', openCents: 0 } });
    await sound();
  });

  it('is undone by new lines, waits for a person from then on, and is taken again', async () => {
    await paid({ endToEndId: 'E2E-1' });
    const line = await returned({ endToEndId: 'E2E-1' });
    await house.run();
    const [decision] = await house.decisions(line);
    expect(await house.undo(decision!.decisionId)).toMatchObject({ ok: true });
    expect(await house.bank.owed(dupont)).toEqual([0]);
    expect(await house.line(line)).toMatchObject({ state: 'waiting', openCents: 120_000, decision: 'suggest' });
    expect(await moneyOf(dupont)).toEqual([
      'in payment 2026-03-10 120000',
      'out return 2026-03-20 120000',
      'in cancelled 2026-03-31 120000',
    ]);
    expect(await tasks()).toEqual([{ state: 'done' }]);
    expect(await house.undo(decision!.decisionId)).toMatchObject({ ok: false, refusal: { code: 'decision_undone' } });
    await house.run();
    expect(await house.bank.owed(dupont)).toEqual([0]);
    expect(await house.redo(decision!.decisionId)).toMatchObject({ ok: true });
    expect(await house.bank.owed(dupont)).toEqual([120_000]);
    await sound();
  });

  it('waits again where its deed is undone on the payment', async () => {
    await paid({ endToEndId: 'E2E-1' });
    const line = await returned({ endToEndId: 'E2E-1' });
    await house.run();
    const [deed] = await rows<{ id: number }>(
      sql`SELECT deed_id AS id FROM payment_deeds WHERE org_id = current_org()`,
    );
    const order = { companyId: house.companyId, deedId: deed!.id, note: 'erreur', of: 'payment' } as const;
    expect(await undoDeed(house.context, order)).toMatchObject({ ok: true });
    expect(await house.line(line)).toMatchObject({ state: 'waiting', openCents: 120_000 });
    expect(await house.decisions(line)).toMatchObject([{ undoneReason: 'erreur' }]);
    await sound();
  });

  it('is refused by hand for a term, another customer’s payment, or more than is left of it', async () => {
    const paymentId = await paid();
    const receivable = await house.invoice(dupont, 'FA-2026-0500', 50_000);
    const line = await returned({ cents: 130_000 });
    const other = await house.portfolio.customer({ ref: 'C2', name: 'Garage Lemercier' });
    const mismatch = { ok: false, refusal: { code: 'allocation_mismatch' } };
    expect(await house.decide(line, dupont, 50_000, [[receivable, 50_000]])).toEqual(mismatch);
    expect(await byHand(line, paymentId, { customerId: other })).toEqual(mismatch);
    const spent = { ok: false, refusal: { code: 'credit_spent', openCents: 120_000 } };
    expect(await byHand(line, paymentId, { cents: 130_000 })).toEqual(spent);
    expect(await byHand(line, paymentId)).toMatchObject({ ok: true });
    expect(await house.line(line)).toMatchObject({ state: 'waiting', openCents: 10_000 });
    await sound();
  });

  it('is not made twice where a person noted it before: the money out is tied', async () => {
    const paymentId = await paid({ endToEndId: 'E2E-1' });
    const { returnPayment } = await import('../../payments/index.ts');
    const noted = { companyId: house.companyId, paymentId, on: '2026-03-19' as never, cents: null, code: '', note: '' };
    await returnPayment(house.context, noted);
    const line = await returned({ endToEndId: 'E2E-1' });
    await house.run();
    expect(await house.proposal(line)).toMatchObject({ decision: 'suggest', best: { evidence: ['return_recorded'] } });
    expect(await house.accept(line)).toMatchObject({ ok: true });
    expect(await moneyOf(dupont)).toEqual(['in payment 2026-03-10 120000', 'out return 2026-03-19 120000']);
    const [decision] = await house.decisions(line);
    expect(await house.undo(decision!.decisionId)).toMatchObject({ ok: true });
    expect(await house.bank.owed(dupont)).toEqual([120_000]);
    await sound();
  });
});

const byHand = (
  transactionId: number,
  paymentId: number,
  { customerId = dupont, cents = 120_000 }: Readonly<{ customerId?: CustomerId; cents?: number }> = {},
) =>
  decideMovement(house.context, {
    ...{ companyId: house.companyId, transactionId, note: '', learn: true },
    parts: [
      {
        ...{ customerId, cents, paymentId: paymentId as never, settles: null },
        ...{ allocations: [], credits: [], adjustments: [] },
      },
    ],
  });
