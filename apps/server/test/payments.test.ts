// Payments over HTTP with the real use cases: a difference refused with its figures, money expected, an entry cancelled and entered again,
// what is not applied as a file, an early-payment discount agreed. Every answer is read by the contract's own shape.
import { api } from '@quittance/contracts/api';
import type { CustomerId, ReceivableId } from '@quittance/core/kernel';
import { Portfolio } from '@quittance/testkit/ledger';
import { clockAt } from '@quittance/usecases/ports';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkingHouse, setUpByMarie, type Visitor } from './working-house.ts';

// Tuesday 31 March 2026, 10:00 in Paris
const clock = clockAt(new Date('2026-03-31T08:00:00Z'));
let marie: Visitor;
let close = async () => {};
let customerId: CustomerId;
let receivableId: ReceivableId;
let invoiceId: number;

const ask = (method: 'GET' | 'POST', url: string, payload?: object) => marie.ask(method, `/api/v1/${url}`, payload);
const read: Visitor['read'] = (route, url, payload) => marie.read(route, `/api/v1/${url}`, payload);
const { payments, announcements, invoices } = api;

beforeAll(async () => {
  const house = await openWorkingHouse({ clock });
  close = house.close;
  const made = await setUpByMarie(house.server);
  marie = made.marie;
  const { db } = house.database;
  const portfolio = new Portfolio(db, { orgId: made.orgId, companyId: made.companyId });
  customerId = await portfolio.customer({ ref: 'C1', name: 'Menuiserie Dupontel' });
  const terms = [{ dueOn: '2026-03-01', cents: 120_000 }];
  const owed = await portfolio.invoice({ customer: customerId, number: 'FA-2026-0110', issuedOn: '2026-02-01', terms });
  receivableId = owed.receivables[0]!;
  const found = await read(invoices.list, 'invoices?search=FA-2026-0110');
  invoiceId = found.items[0]!.invoiceId;
}, 120_000);
afterAll(() => close());

test('a difference above the limit is refused with both figures, in words', async () => {
  const order = { receivableId, cents: 1_501, nature: 'write_off' };
  const { status, body } = await ask('POST', 'adjustments', order);
  expect(status).toBe(422);
  const facts = { amountCents: 1_501, limitCents: 1_500, currency: 'EUR' };
  expect(body).toMatchObject({ code: 'over_limit', facts });
  // No-break spaces before the sign.
  expect(body.detail.replaceAll('\u00A0', ' ')).toContain('(15,01 €)');
  expect(body.detail.replaceAll('\u00A0', ' ')).toContain('(15,00 €)');
});

test('money expected on a Tuesday holds through five worked days, Good Friday being one and Easter Monday none', async () => {
  // 2026: Easter on 5 April; 31 March + 1, 2, 3, 7, 8 April.
  expect(await read(announcements.until, 'announcements/until?expectedOn=2026-03-31')).toEqual({
    heldUntilOn: '2026-04-08',
    delayWorkedDays: 5,
  });
});

describe('a payment entered by hand', () => {
  let deedId: number;

  test('waits, and is carried away as a file', async () => {
    const money = { customerId, on: '2026-03-30', cents: 50_000, method: 'cheque', reference: '=CHQ 7' };
    const made = await read(payments.record, 'payments', money);
    deedId = made.deedId;
    const { status, body } = await ask('GET', 'payments/export?view=unapplied&format=csv');
    expect(status).toBe(200);
    const [head, ...rows] = String(body).trim().split('\r\n');
    expect(head).toContain('Non affecté');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/C1;Menuiserie Dupontel;/);
    // A reference that a spreadsheet would take for a formula is told as text.
    expect(rows[0]).not.toMatch(/;=CHQ/);
    expect(rows[0]).toContain('500,00');
  });

  test('is cancelled and entered again, once, where it was', async () => {
    const { items } = await read(payments.list, `payments?view=unapplied&customerId=${customerId}`);
    const credit = { kind: 'payment', id: items[0]!.paymentId };
    await ask('POST', 'allocations', { ...credit, parts: [{ receivableId, cents: 50_000 }] });
    const open = async () => (await read(invoices.get, `invoices/${invoiceId}`)).openCents;
    expect(await open()).toBe(70_000);
    await read(payments.undo, `payments/deeds/${deedId}/undo`, {});
    expect(await open()).toBe(120_000);
    const again = await read(payments.again, `payments/deeds/${deedId}/again`);
    expect(again).toMatchObject({ kind: 'record', cents: 50_000, undoneOn: null });
    expect(await open()).toBe(70_000);
    expect(await ask('POST', `payments/deeds/${deedId}/again`)).toMatchObject({ status: 409 });
  });
});

describe('an early-payment discount', () => {
  const url = () => `invoices/${invoiceId}/terms/${receivableId}/discount`;
  const discount = { cents: 2_400, untilOn: '2026-04-10' };

  test('is agreed, told on the invoice with its author, and taken off', async () => {
    const agreed = await read(invoices.agreeDiscount, url(), { discount, old: null, reason: 'Accord du 30/03' });
    expect(agreed.terms[0]!.discount).toEqual(discount);
    expect(await ask('POST', url(), { discount: null, old: null })).toMatchObject({ status: 409 });
    const gone = await read(invoices.agreeDiscount, url(), { discount: null, old: discount });
    expect(gone.terms[0]!.discount).toBeNull();
    const { items } = await read(invoices.timeline, `invoices/${invoiceId}/timeline`);
    const told = items.filter(({ kind }) => kind.startsWith('discount_'));
    // Both at one instant of a clock that stands still: in the order of their names.
    expect(told.sort((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
      { kind: 'discount_agreed', cents: 2_400, untilOn: '2026-04-10', text: 'Accord du 30/03', author: 'Marie' },
      { kind: 'discount_removed', cents: 2_400, author: 'Marie' },
    ]);
  });

  test.each([
    { cents: 120_000, untilOn: '2026-04-10' },
    { cents: 100, untilOn: '2026-01-31' },
  ])('is refused where it cannot be: %o', async (impossible) => {
    const { status, body } = await ask('POST', url(), { discount: impossible, old: null });
    expect([status, body.code]).toEqual([422, 'discount_impossible']);
  });
});
