// Situations 1 to 4: what one message asks for, and how often. In 2027, 1 March is a Monday.
import { expect, it } from 'vitest';
import { onStage } from '../on-stage.ts';

const open = onStage();

it('1: an invoice partly paid is chased on what is left, its history intact', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  const receivable = await stage.owed(customer, 'F1', '2027-03-01', 100_000);
  // day 8: first reminder; day 10: 700 € arrive; day 16: the firm one asks for 300 €
  await stage.live(9, async (on) => {
    if (on === '2027-03-10') await stage.portfolio.pay({ customer, receivable, on, cents: 70_000 });
  });
  expect(await stage.said()).toEqual([
    '2027-03-08 email to c1@client.example: F1=100000 total=100000 until=2027-03-16',
    '2027-03-16 email to c1@client.example: F1=30000 total=30000 until=2027-03-24',
  ]);
  expect(await stage.levels()).toEqual({ 'F1/1': 3 });
  expect(stage.views.at(-1)!.earlierReminders).toEqual([{ on: '2027-03-08', channel: 'email', tone: 'courteous' }]);
});

it('2: a second invoice that reaches its level the day after a message leaves once the minimum gap is over', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(customer, 'F1', '2027-03-01');
  await stage.owed(customer, 'F2', '2027-03-02');
  // day 8: F1 is due and F2 only listed; day 9: F2 is due, but three days must lie between
  await stage.live(1);
  expect(await stage.silence('F2')).toBe('min_gap 2027-03-11');
  const left = await stage.live(4);
  expect(left).toEqual(['2027-03-08 email courteous C1', '2027-03-11 email courteous C1']);
  expect(await stage.levels()).toEqual({ 'F1/1': 2, 'F2/1': 2 });
});

it('3: an unallocated credit note is listed and reduces the total; at 5 € or less nothing leaves', async () => {
  const stage = await open('2027-03-08');
  const owing = await stage.portfolio.customer({ ref: 'C1' });
  await stage.owed(owing, 'F1', '2027-03-01', 100_000);
  await stage.portfolio.creditNote({ customer: owing, number: 'A1', issuedOn: '2027-03-03', cents: 40_000 });
  const nearlyEven = await stage.portfolio.customer({ ref: 'C2' });
  await stage.owed(nearlyEven, 'F2', '2027-03-01', 100_000);
  await stage.portfolio.creditNote({ customer: nearlyEven, number: 'A2', issuedOn: '2027-03-03', cents: 99_500 });
  const inCredit = await stage.portfolio.customer({ ref: 'C3' });
  await stage.owed(inCredit, 'F3', '2027-03-01', 100_000);
  await stage.portfolio.creditNote({ customer: inCredit, number: 'A3', issuedOn: '2027-03-03', cents: 150_000 });

  expect(await stage.live(1)).toEqual(['2027-03-08 email courteous C1']);
  expect(stage.views[0]).toMatchObject({ totalCents: 60_000, credits: [{ number: 'A1', cents: 40_000 }] });
  expect(await stage.silence('F2')).toBe('below_threshold -');
  expect(await stage.silence('F3')).toBe('credit_covers -');
});

it('4: six invoices due the same week make one message; each keeps its own level', async () => {
  const stage = await open('2027-03-08');
  const customer = await stage.portfolio.customer({ ref: 'C1' });
  for (const n of [1, 2, 3, 4, 5, 6]) await stage.owed(customer, `F${n}`, `2027-03-0${n}`, 10_000);
  // day 8: due 1 March + 7; the five others are overdue, listed, and not at their first reminder yet
  expect(await stage.live(1)).toEqual(['2027-03-08 email courteous C1']);
  expect(stage.views[0]!.lines).toHaveLength(6);
  expect(stage.views[0]!.totalCents).toBe(60_000);
  expect(await stage.levels()).toEqual({ 'F1/1': 2 });
});
