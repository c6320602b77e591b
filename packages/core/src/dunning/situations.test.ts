// The situations that must never go wrong, as far as the planner answers for them. Numbers as in the specification.
import { describe, expect, it, test } from 'vitest';
import type { CustomerId } from '../kernel/index.ts';
import {
  aCompany,
  aContact,
  aCredit,
  aCustomer,
  aHold,
  aReceivable,
  euros,
  on,
  receivableId,
} from './invented/invented-facts.ts';
import { live, toldActions, toldHolds } from './invented/told-days.ts';
import { comparePlans } from './later/compare-plans.ts';
import { planCustomer } from './plan-customer.ts';
import { planReminders } from './plan-reminders.ts';
import { TRUSTED } from './scenarios/shipped-scenarios.ts';

const company = aCompany();
const at = (level: number, day: string) => ({ level, levelOn: on(day) });

test('1: a partly paid invoice is chased on what is left, its history intact', () => {
  const customer = aCustomer([
    aReceivable(1, '2026-03-02', { ...at(2, '2026-03-09'), grossCents: euros(1000), openCents: euros(300) }),
  ]);
  expect(toldActions(planCustomer(on('2026-03-17'), company, customer))).toEqual(['email firm: 1→3 = 300.00']);
});

test('2: another invoice reaches a higher level the day after a message: it leaves once the minimum gap is over', () => {
  // 1 was chased on Monday 9 March; 2, due 23 February, reaches the firm reminder on Tuesday 10.
  const customer = aCustomer(
    [aReceivable(1, '2026-03-02', at(2, '2026-03-09')), aReceivable(2, '2026-02-23', at(2, '2026-03-02'))],
    {
      pastContacts: [
        { on: on('2026-03-09'), channel: 'email', tone: 'courteous', receivableIds: [1, 2].map(receivableId) },
      ],
    },
  );
  expect(toldHolds(planCustomer(on('2026-03-10'), company, customer))).toEqual([
    '2 min_gap 2026-03-12',
    '1 waiting_next_step 2026-03-17',
  ]);
  expect(live(company, customer, { from: on('2026-03-10'), to: on('2026-03-13') }).days).toEqual([
    '2026-03-12 email firm: 2→3 1 = 200.00',
  ]);
});

describe('3: an unallocated credit note', () => {
  const owing = (credit: number) => aCustomer([aReceivable(1, '2026-03-02')], { credits: [aCredit(1, euros(credit))] });
  it('is listed, and the total is net', () => {
    const [action] = planCustomer(on('2026-03-09'), company, owing(40)).actions;
    expect(action).toMatchObject({ totalCents: euros(60), credits: [{ number: 'AV-0001', openCents: euros(40) }] });
  });
  it('stops the message where the net is at or below the threshold', () => {
    expect(toldHolds(planCustomer(on('2026-03-09'), company, owing(95)))).toEqual(['1 below_threshold']);
    expect(toldHolds(planCustomer(on('2026-03-09'), company, owing(150)))).toEqual(['1 credit_covers']);
  });
});

test('4: six invoices due the same week: one message, each at its own level', () => {
  const customer = aCustomer([2, 3, 4, 5, 6, 7].map((d, i) => aReceivable(i + 1, `2026-03-0${d}`)));
  const { days, customer: after } = live(company, customer, { from: on('2026-03-09'), to: on('2026-03-11') });
  expect(days).toEqual(['2026-03-09 email courteous: 1→2 2 3 4 5 6 = 600.00']);
  expect(after.receivables.map((r) => r.level)).toEqual([2, 0, 0, 0, 0, 0]);
});

describe('5: a dispute', () => {
  const five = [1, 2, 3, 4, 5].map((id) => aReceivable(id, '2026-03-02'));
  const dispute = aHold('dispute', {
    receivableId: receivableId(3),
    untilOn: on('2026-04-30'),
    note: 'Livraison incomplète',
    author: 'n.perrin',
  });
  it('of one invoice lets the four others go on', () => {
    const plan = planCustomer(on('2026-03-09'), company, aCustomer(five, { holds: [dispute] }));
    expect(toldActions(plan)).toEqual(['email courteous: 1→2 2→2 4→2 5→2 = 400.00']);
    expect(plan.holds).toMatchObject([
      { reason: 'dispute', until: '2026-04-30', note: 'Livraison incomplète', author: 'n.perrin', cents: null },
    ]);
  });
  it('of a part holds that part only', () => {
    const plan = planCustomer(
      on('2026-03-09'),
      company,
      aCustomer([aReceivable(3, '2026-03-02')], { holds: [{ ...dispute, cents: euros(40) }] }),
    );
    expect(toldActions(plan)).toEqual(['email courteous: 3→2 = 60.00']);
    expect(plan.holds).toMatchObject([{ reason: 'dispute', cents: euros(40) }]);
  });
  it('of a part says for the rest what it waits for', () => {
    const plan = planCustomer(
      on('2026-03-06'),
      company,
      aCustomer([aReceivable(3, '2026-03-02')], { holds: [{ ...dispute, cents: euros(40) }] }),
    );
    expect(plan.holds.map((h) => [h.reason, h.until, h.cents])).toEqual([
      ['dispute', '2026-04-30', euros(40)],
      ['waiting_next_step', '2026-03-09', euros(60)],
    ]);
  });
});

test('7: a scheduled direct debit holds until its date and the bank delay, then the ladder goes on', () => {
  const debit = aHold('payment_in_transit', { receivableId: receivableId(1), untilOn: on('2026-03-16') });
  const customer = aCustomer([aReceivable(1, '2026-03-02')], { holds: [debit] });
  expect(toldHolds(planCustomer(on('2026-03-09'), company, customer))).toEqual(['1 payment_in_transit 2026-03-16']);
  expect(live(company, customer, { from: on('2026-03-09'), to: on('2026-03-19') }).days).toEqual([
    '2026-03-17 email courteous: 1→2 = 100.00',
  ]);
});

test('8: after three days down, due steps are caught up, one for each receivable, none lost, none doubled', () => {
  // Down Monday 16 to Wednesday 18 March: the firm reminder of 1 (17th) and the first of 2 (16th) leave together on Thursday.
  const customer = aCustomer([aReceivable(1, '2026-03-02', at(2, '2026-03-09')), aReceivable(2, '2026-03-09')]);
  const isUp = (day: string) => day < '2026-03-16' || day > '2026-03-18';
  expect(live(company, customer, { from: on('2026-03-10'), to: on('2026-03-24'), isUp }).days).toEqual([
    '2026-03-19 email firm: 1→3 2→2 = 200.00',
    '2026-03-23 call call: 1→4 2 = 200.00',
  ]);
});

test('10: over both clock changes of 2026 a reminder leaves on its local day', () => {
  for (const [dueOn, leaves] of [
    ['2026-03-23', '2026-03-30'],
    ['2026-10-19', '2026-10-26'],
  ] as const) {
    const { days } = live(company, aCustomer([aReceivable(1, dueOn)]), { from: on(dueOn), to: on(leaves) });
    expect(days.map((line) => line.slice(0, 10)).filter((day) => day > dueOn)).toEqual([leaves]);
  }
});

test('11: a step on 1 May or a Saturday leaves the next worked day', () => {
  const customer = aCustomer([aReceivable(1, '2026-04-24', { level: 1, levelOn: on('2026-04-20') })]);
  expect(live(company, customer, { from: on('2026-04-25'), to: on('2026-05-05') }).days).toEqual([
    '2026-05-04 email courteous: 1→2 = 100.00',
  ]);
});

test('12: sent after its due date, an invoice is not overdue before the grace from its sending is over', () => {
  const late = aReceivable(1, '2026-03-02', { sentOn: on('2026-03-10') });
  const customer = aCustomer([late]);
  expect(toldHolds(planCustomer(on('2026-03-10'), company, customer))).toEqual(['1 not_due_yet 2026-03-17']);
  expect(live(company, customer, { from: on('2026-03-03'), to: on('2026-03-20') }).days).toEqual([
    '2026-03-17 email courteous: 1→2 = 100.00',
  ]);
});

describe('13: the plan follows a change, and the difference is known before it applies', () => {
  const before = aCustomer([aReceivable(1, '2026-03-02'), aReceivable(2, '2026-03-02')]);
  const plan = planReminders(on('2026-03-09'), company, [before]);
  it('of a due date', () => {
    const after = planReminders(on('2026-03-09'), company, [
      aCustomer([aReceivable(1, '2026-03-02'), aReceivable(2, '2026-05-04')]),
    ]);
    const difference = comparePlans(plan, after);
    expect(difference.changed.map(({ before: b, after: a }) => [...toldActions({ actions: [b, a] })])).toEqual([
      ['email courteous: 1→2 2→2 = 200.00', 'email courteous: 1→2 = 100.00'],
    ]);
    expect([difference.added, difference.removed]).toEqual([[], []]);
  });
  it('of a scenario', () => {
    const after = planReminders(on('2026-03-09'), company, [{ ...before, scenario: TRUSTED }]);
    expect(comparePlans(plan, after).removed.map((a) => a.step)).toEqual(['courteous']);
    expect(comparePlans(after, plan).added.map((a) => a.step)).toEqual(['courteous']);
    expect(toldHolds(after)).toEqual(['1 waiting_next_step 2026-03-12', '2 waiting_next_step 2026-03-12']);
  });
  it('that changes nothing is no difference', () => {
    expect(comparePlans(plan, planReminders(on('2026-03-09'), company, [before]))).toEqual({
      added: [],
      removed: [],
      changed: [],
    });
  });
});

test('14: a ladder exhausted ends in one decision, then silence for good', () => {
  const customer = aCustomer([aReceivable(1, '2026-03-02', at(6, '2026-04-16'))]);
  const { days, customer: after } = live(company, customer, { from: on('2026-04-17'), to: on('2027-04-17') });
  expect(days).toEqual(['2026-05-04 task decide: 1→7 = 100.00']);
  expect(toldHolds(planCustomer(on('2027-04-19'), company, after))).toEqual(['1 ladder_done']);
});

test.each([
  ['the language of the contact', 'en', 'fr', 'en'],
  ['else that of the customer', null, 'en', 'en'],
] as const)('15: a message is in %s', (_, contactLanguage, language, expected) => {
  const customer = aCustomer([aReceivable(1, '2026-03-02')], {
    language,
    contacts: [aContact({ language: contactLanguage })],
  });
  expect(planCustomer(on('2026-03-09'), company, customer).actions[0]?.language).toBe(expected);
});

test('16: a customer nobody can reach waits in the queue of repairs; the others go', () => {
  const unreachable = aCustomer([aReceivable(1, '2026-03-02')], { contacts: [], hasPostalAddress: false });
  const other = aCustomer([aReceivable(2, '2026-03-02')], { customerId: 2 as CustomerId, ref: 'C002' });
  const plan = planReminders(on('2026-03-09'), company, [unreachable, other]);
  expect(toldActions(plan)).toEqual(['email courteous: 2→2 = 100.00']);
  expect(toldHolds(plan)).toEqual(['1 no_contact']);
  expect(plan.repairs.map((r) => [r.channel, r.reason])).toEqual([
    ['email', 'missing'],
    ['letter', 'missing'],
    ['call', 'missing'],
  ]);
});

test('24: of an invoice in three due terms only what is due is chased, each term at its own pace', () => {
  const term = (id: number, dueOn: string) => aReceivable(id, dueOn, { invoiceNumber: 'FA-2026-17' });
  const customer = aCustomer([term(1, '2026-03-02'), term(2, '2026-04-02'), term(3, '2026-05-04')]);
  const plan = planCustomer(on('2026-03-09'), company, customer);
  expect(toldActions(plan)).toEqual(['email courteous: 1→2 = 100.00']);
  // Notice of the second term: 28 March, a Saturday; of the third: 29 April.
  expect(toldHolds(plan)).toEqual(['2 not_due_yet 2026-03-30', '3 not_due_yet 2026-04-29']);
});

test('25: once the oldest is paid the others go on where they were: nothing skipped, nothing repeated', () => {
  const oldest = aReceivable(1, '2026-02-02', at(5, '2026-03-04'));
  const other = aReceivable(2, '2026-03-02', at(2, '2026-03-09'));
  const paid = aCustomer([{ ...oldest, openCents: euros(0) }, other]);
  const plan = planCustomer(on('2026-03-17'), company, paid);
  expect(toldActions(plan)).toEqual(['email firm: 2→3 = 100.00']);
  expect(toldHolds(plan)).toEqual(['1 paid']);
});
