// Story: sixty-five days on the standard ladder, with the server down for four of them, and a payment that stops everything at once.
import { type TestDatabase, testDatabase } from '@quittance/testkit/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage } from './stage.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

// 2027: 1 March is a Monday; Easter Monday is 29 March; 1 and 8 May are Saturdays, Ascension is 6 May.
describe('the standard ladder over sixty-five days', () => {
  it('sends each step once, in order, on worked days', async () => {
    const stage = await Stage.open(database.db, 'ladder', '2027-02-22');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    // due on Monday 1 March: −5 = 24 Feb, +7 = 8 Mar, +15 = 16 Mar, +18 = 19 Mar, +30 = 31 Mar, +45 = 15 Apr
    await stage.portfolio.invoice({
      customer,
      number: 'F1',
      issuedOn: '2027-01-30',
      terms: [{ dueOn: '2027-03-01', cents: 120_000 }],
    });
    const left = await stage.live(74);
    expect(left.slice(0, 6)).toEqual([
      '2027-02-24 email notice C1',
      '2027-03-08 email courteous C1',
      '2027-03-16 email firm C1',
      '2027-03-19 call call C1',
      '2027-03-31 letter letter C1',
      '2027-04-15 registered_letter formal_notice C1',
    ]);
    // +60 = 30 April, a Friday
    expect(left.slice(6)).toEqual(['2027-04-30 task decide C1']);
  });

  it('catches up after the server was down for four days, nothing lost, nothing doubled', async () => {
    const stage = await Stage.open(database.db, 'downtime', '2027-02-22');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    await stage.portfolio.invoice({
      customer,
      number: 'F1',
      issuedOn: '2027-01-30',
      terms: [{ dueOn: '2027-03-01', cents: 120_000 }],
    });
    await stage.live(14); // through Sunday 7 March
    stage.pass(4); // down from Monday 8 to Thursday 11 March
    const left = await stage.live(8);
    expect(left).toEqual([
      '2027-02-24 email notice C1',
      '2027-03-12 email courteous C1',
      '2027-03-16 email firm C1',
      '2027-03-19 call call C1',
    ]);
  });

  it('stops at once on payment', async () => {
    const stage = await Stage.open(database.db, 'paid', '2027-02-22');
    const customer = await stage.portfolio.customer({ ref: 'C1' });
    const { receivables } = await stage.portfolio.invoice({
      customer,
      number: 'F1',
      issuedOn: '2027-01-30',
      terms: [{ dueOn: '2027-03-01', cents: 120_000 }],
    });
    const left = await stage.live(74, async (on) => {
      if (on === '2027-03-17') await stage.portfolio.pay({ customer, receivable: receivables[0]!, on, cents: 120_000 });
    });
    expect(left).toEqual(['2027-02-24 email notice C1', '2027-03-08 email courteous C1', '2027-03-16 email firm C1']);
  });
});
