// Entries by hand beside the bank: what a movement is tied to is not cancelled under it, and what was cancelled is no movement's.
import type { CustomerId, PaymentId } from '@quittance/core/kernel';
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { sql } from '@quittance/testkit/ledger';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readPaymentSheet, recordPayment, undoDeed } from '../../payments/index.ts';
import { decideMovement } from '../index.ts';
import { type CashHouse, openHouse } from './house.ts';

let database: TestDatabase;
let house: CashHouse;
let dupontel: CustomerId;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  house = await openHouse(database.db);
  dupontel = await house.portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
  await house.invoice(dupontel, 'FA-2026-0118', 50_000);
});
afterAll(() => database.close());

const PAID = { cents: 50_000, name: 'Menuiserie Dupontel' };

/** A cheque entered on 19 March; its deed and its payment. */
async function entered(): Promise<{ deedId: number; paymentId: PaymentId }> {
  const given = { companyId: house.companyId, customerId: dupontel, on: '2026-03-19' as never, cents: 50_000 as never };
  const more = { currency: null, method: 'cheque' as const, reference: '', note: '' };
  const made = await recordPayment(house.context, { ...given, ...more });
  if (!made.ok) throw new Error(made.refusal.code);
  return { deedId: made.value.deedId, paymentId: made.value.paymentId! };
}
const cancel = (deedId: number, context = house.context) =>
  undoDeed(context, { companyId: house.companyId, deedId, note: '', of: 'payment' });

it('an entry that a movement is tied to is not cancelled under it: what the bank told stays in the ledger', async () => {
  const { deedId, paymentId } = await entered();
  const movement = await house.bank.movement({ on: '2026-03-20', label: 'REMISE CHEQUE', ...PAID });
  await house.run();
  const [decision] = await house.decisions(movement);
  expect(decision?.evidence).toContain('payment_recorded');
  const can = async () => (await readPaymentSheet(house.context, { companyId: house.companyId, paymentId }))!.can;
  expect(await can()).not.toContain('cancel');
  expect(await cancel(deedId)).toMatchObject({ ok: false, refusal: { code: 'state_forbids' } });
  expect(await house.bank.owed(dupontel)).toEqual([0]);
  // Untied first, it is; the movement then waits for what it really is.
  expect((await house.undo(decision!.decisionId)).ok).toBe(true);
  expect((await cancel(deedId)).ok).toBe(true);
  expect(await house.line(movement)).toMatchObject({ state: 'waiting', openCents: 50_000 });
});

it('an entry that was cancelled is not the payment that a movement is: the money counts', async () => {
  const { deedId, paymentId } = await entered();
  expect((await cancel(deedId)).ok).toBe(true);
  const movement = await house.bank.movement({ on: '2026-03-20', label: 'VIR FA-2026-0118', ...PAID });
  const hand = { companyId: house.companyId, transactionId: movement, note: '', learn: false };
  const part = { customerId: dupontel, cents: 50_000, paymentId, settles: null };
  const parts = [{ ...part, allocations: [], credits: [], adjustments: [] }];
  expect(await decideMovement(house.context, { ...hand, parts })).toMatchObject({ ok: false });
  await house.run();
  expect(await house.bank.owed(dupontel)).toEqual([0]);
  expect(await house.bank.sums()).toEqual({ tied: 50_000, matched: 50_000, ledger: 0, sound: true });
});

it('who is narrowed to a portfolio does not undo a return that the bank told: they see no movement that would wait again', async () => {
  const bank = { name: 'Menuiserie Dupontel', endToEndId: 'E9' };
  await house.bank.movement({ on: '2026-03-20', cents: 50_000, label: 'VIR FA-2026-0118', ...bank });
  await house.bank.movement({ on: '2026-03-25', cents: -50_000, label: 'REJET', isReturn: true, ...bank });
  await house.run();
  expect(await house.bank.owed(dupontel)).toEqual([50_000]);
  const deedId = await house.read(async (tx) => {
    await sql`UPDATE customers SET owner_email = 'lea@x.fr' WHERE customer_id = ${dupontel}`.execute(tx);
    return (await sql<{ id: number }>`SELECT deed_id AS id FROM payment_deeds WHERE org_id = current_org()`.execute(tx))
      .rows[0]!.id;
  });
  const lea = { ...house.context, actor: 'user:lea', portfolio: { ownerEmail: 'lea@x.fr', segments: [] } };
  expect(await cancel(deedId, lea)).toMatchObject({ ok: false, refusal: { code: 'state_forbids' } });
  expect(await house.bank.owed(dupontel)).toEqual([50_000]);
  expect((await cancel(deedId)).ok).toBe(true);
  expect(await house.bank.owed(dupontel)).toEqual([0]);
});
