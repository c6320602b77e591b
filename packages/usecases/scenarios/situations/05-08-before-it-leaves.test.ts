// Situations 5 to 8: what stops a message, and what a stop of the server does not. In 2027, 1 March is a Monday.
import { day } from '@quittance/core/kernel';
import { expect, it } from 'vitest';
import { endHold, placeHold } from '../../src/holds/index.ts';
import { onStage } from '../on-stage.ts';

const open = onStage();

it('5: of five invoices one is disputed in part: the part is held, everything else goes on', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivables = [];
  for (const n of [1, 2, 3, 4, 5]) receivables.push(await stage.owed(customer, `F${n}`, '2027-03-01', 10_000));
  const hold = await placeHold(stage.context, {
    ...{ companyId: stage.companyId, customerId: customer, receivableId: receivables[2]!, reason: 'dispute' as const },
    ...{ cents: 4_000 as never, untilOn: day('2027-04-30'), note: 'Livraison incomplète' },
  });
  expect(hold).toMatchObject({ ok: true, value: { author: 'user:test', fromOn: '2027-03-08' } });
  expect(await stage.silence('F3')).toBe('dispute 2027-04-30');
  await stage.live(1);
  expect(await stage.said()).toEqual([
    '2027-03-08 email to c1@client.example: F1=10000 F2=10000 F3=6000 F4=10000 F5=10000 total=46000 until=2027-03-16',
  ]);
});

it('6: a payment that arrives between approval and sending cancels the message, with the reason', async () => {
  const stage = await open('2027-03-08');
  const paying = await stage.portfolio.customer({ ref: 'C1' });
  const receivable = await stage.owed(paying, 'F1', '2027-03-01');
  const silent = await stage.portfolio.customer({ ref: 'C2' });
  await stage.owed(silent, 'F2', '2027-03-01');
  expect(await stage.approveAll()).toMatchObject({ done: 2, refused: [] });
  await stage.portfolio.pay({ customer: paying, receivable, on: '2027-03-08', cents: 120_000 });
  expect(await stage.deliver()).toMatchObject({ sent: 1, cancelled: 1 });
  expect(await stage.inState('cancelled')).toEqual(['email courteous C1: invoice_settled']);
  expect(await stage.left()).toEqual(['2027-03-08 email courteous C2']);
});

it('6: a hold, a smaller amount, another contact: each cancels what was approved before it', async () => {
  const stage = await open('2027-03-08');
  const held = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(held, 'F1', '2027-03-01');
  const partly = await stage.portfolio.customer({ ref: 'C2' });
  const receivable = await stage.owed(partly, 'F2', '2027-03-01');
  const moved = await stage.portfolio.customer({ ref: 'C3' });
  await stage.owed(moved, 'F3', '2027-03-01');
  await stage.approveAll();
  await stage.portfolio.hold({ customer: held, reason: 'manual', from: '2027-03-08', until: '2027-03-20' });
  await stage.portfolio.pay({ customer: partly, receivable, on: '2027-03-08', cents: 20_000 });
  await stage.portfolio.contact({
    customer: moved,
    name: 'Léa Roux',
    roles: ['reminders'],
    email: 'lea@client.example',
  });
  expect(await stage.deliver()).toMatchObject({ sent: 0, cancelled: 3 });
  expect(await stage.inState('cancelled')).toEqual([
    'email courteous C1: held:manual',
    'email courteous C2: amount_changed',
    'email courteous C3: contact_changed',
  ]);
  // the same day, the plan of the moment takes up what may still go, as it is now
  await stage.run();
  expect(await stage.said()).toEqual([
    '2027-03-08 email to c2@client.example: F2=100000 total=100000 until=2027-03-16',
    '2027-03-08 email to lea@client.example: F3=120000 total=120000 until=2027-03-16',
  ]);
});

it('7: a direct debit under way holds until its date plus the bank delay, then the ladder goes on', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivableId = await stage.owed(customer, 'F1', '2027-03-01');
  // presented on Tuesday 9 March; five working days later is Tuesday 16
  const common = { companyId: stage.companyId, customerId: customer, receivableId, cents: null, note: '' };
  await placeHold(stage.context, { ...common, reason: 'payment_in_transit', untilOn: day('2027-03-16') });
  expect(await stage.silence('F1')).toBe('payment_in_transit 2027-03-16');
  expect(await stage.live(10)).toEqual(['2027-03-17 email courteous C1']);
});

it('7: a hold lifted lets the message leave the same day', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivableId = await stage.owed(customer, 'F1', '2027-03-01');
  const common = { companyId: stage.companyId, customerId: customer, receivableId, cents: null, note: '' };
  const placed = await placeHold(stage.context, { ...common, reason: 'manual', untilOn: null });
  expect(await stage.live(3)).toEqual([]);
  const lift = { companyId: stage.companyId, holdId: placed.ok ? placed.value.holdId : 0, note: 'réglé par téléphone' };
  expect(await endHold(stage.context, lift)).toMatchObject({ ok: true, value: { liftedOn: '2027-03-11' } });
  expect(await stage.live(1)).toEqual(['2027-03-11 email courteous C1']);
});

it('8: after three days down, due steps are caught up, one for each receivable, none lost, none doubled', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(customer, 'F1', '2027-03-01'); // +7 = 8 March, +15 = 16 March
  await stage.owed(customer, 'F2', '2027-03-09'); // +7 = 16 March
  const other = await stage.portfolio.customer({ ref: 'C2' });
  await stage.owed(other, 'F3', '2027-03-10'); // −5 = 5 March, before the story; +7 = 17 March
  await stage.live(7); // up to Sunday 14 March
  stage.pass(3); // down Monday 15 to Wednesday 17
  const left = await stage.live(3);
  expect(left).toEqual([
    '2027-03-08 email courteous C1',
    '2027-03-08 email notice C2',
    '2027-03-18 email firm C1',
    '2027-03-18 email courteous C2',
  ]);
  expect(await stage.levels()).toEqual({ 'F1/1': 3, 'F2/1': 2, 'F3/1': 2 });
});
