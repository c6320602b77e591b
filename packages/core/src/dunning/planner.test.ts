// The planner's rules where they meet: grouping, spacing, backlog, formal notices, repetitions, quiet days, currencies.
import { describe, expect, it, test } from 'vitest';
import type { CustomerId } from '../kernel/index.ts';
import type { PastContact } from './facts.ts';
import {
  aCompany,
  aContact,
  aCredit,
  aCustomer,
  aHold,
  aReceivable,
  aScenario,
  euros,
  on,
  receivableId,
} from './invented/invented-facts.ts';
import { live, toldActions, toldHolds } from './invented/told-days.ts';
import { customerLevel, planCustomer } from './plan-customer.ts';
import { planReminders } from './plan-reminders.ts';
import type { Step } from './scenario.ts';
import { STANDARD } from './scenarios/shipped-scenarios.ts';

const company = aCompany();
const at = (level: number, day: string) => ({ level, levelOn: on(day) });
const emailed = (day: string, ids: readonly number[], tone: PastContact['tone'] = 'courteous'): PastContact => ({
  on: on(day),
  channel: 'email',
  tone,
  receivableIds: ids.map(receivableId),
});

test('the standard ladder, every step on its day', () => {
  // Due Monday 2 March 2026. +60 is 1 May: Monday 4.
  const { days, customer } = live(company, aCustomer([aReceivable(1, '2026-03-02')]), {
    from: on('2026-02-01'),
    to: on('2026-12-31'),
  });
  expect(days).toEqual([
    '2026-02-25 email notice: 1→1 = 100.00',
    '2026-03-09 email courteous: 1→2 = 100.00',
    '2026-03-17 email firm: 1→3 = 100.00',
    '2026-03-20 call call: 1→4 = 100.00',
    '2026-04-01 letter letter: 1→5 = 100.00',
    '2026-04-16 registered_letter formal_notice: 1→6 = 100.00',
    '2026-05-04 task decide: 1→7 = 100.00',
  ]);
  expect(customerLevel(customer)).toBe(7);
});

describe('R4: one message', () => {
  it('lists every overdue receivable; only those whose step is due advance', () => {
    const customer = aCustomer([
      aReceivable(1, '2026-03-02'),
      aReceivable(2, '2026-03-05'),
      aReceivable(3, '2026-04-20'),
    ]);
    const plan = planCustomer(on('2026-03-09'), company, customer);
    expect(toldActions(plan)).toEqual(['email courteous: 1→2 2 = 200.00']);
    expect(toldHolds(plan)).toEqual(['3 not_due_yet 2026-04-15']);
  });
  it('leaves at the highest level due; every due receivable advances to its own step', () => {
    const customer = aCustomer([
      aReceivable(1, '2026-02-02', at(4, '2026-02-20')), // letter due 4 March
      aReceivable(2, '2026-02-18', at(2, '2026-02-25')), // firm due 5 March
      aReceivable(3, '2026-03-02'), // first reminder due 9 March
    ]);
    const plan = planCustomer(on('2026-03-09'), company, customer);
    expect(toldActions(plan)).toEqual(['letter letter: 1→5 2→3 3→2 = 300.00']);
    expect(plan.actions[0]).toMatchObject({ rank: 5, tone: 'last_warning', rule: 'R2' });
  });
  it('lists only what is due where the policy says so', () => {
    const customer = aCustomer([aReceivable(1, '2026-03-02'), aReceivable(2, '2026-03-05')]);
    const plan = planCustomer(on('2026-03-09'), aCompany({ listing: 'due_steps_only' }), customer);
    expect(toldActions(plan)).toEqual(['email courteous: 1→2 = 100.00']);
    expect(toldHolds(plan)).toEqual(['2 waiting_next_step 2026-03-12']);
  });
  it('writes the notice apart from nothing else', () => {
    const customer = aCustomer([aReceivable(1, '2026-03-02'), aReceivable(2, '2026-03-12')]);
    // 9 March: 1 is due for its first reminder, 2 for its notice (7 March).
    const plan = planCustomer(on('2026-03-09'), company, customer);
    expect(toldActions(plan)).toEqual(['email courteous: 1→2 = 100.00']);
    expect(toldHolds(plan)).toEqual(['2 min_gap 2026-03-12']);
  });
  it('gives up a notice the distance carries past the due date', () => {
    const customer = aCustomer([aReceivable(1, '2026-03-02'), aReceivable(2, '2026-03-11')]);
    // Two days left; the next contact may be on the 12th. First reminder of 2: 18 March.
    expect(toldHolds(planCustomer(on('2026-03-09'), company, customer))).toEqual(['2 not_due_yet 2026-03-18']);
  });
  it('sends one message a currency and never adds them up', () => {
    const customer = aCustomer(
      [
        aReceivable(1, '2026-03-02'),
        aReceivable(2, '2026-03-02', { currency: 'USD' }),
        aReceivable(3, '2026-03-03', { currency: 'USD' }),
      ],
      { credits: [aCredit(1, euros(30), { currency: 'USD' })] },
    );
    const plan = planCustomer(on('2026-03-09'), company, customer);
    expect(plan.actions.map((a) => [a.currency, a.totalCents, a.items.length, a.credits.length])).toEqual([
      ['EUR', euros(100), 1, 0],
      ['USD', euros(170), 2, 1],
    ]);
  });
  it('uses a credit once: in the message, not also in the task of the day', () => {
    const customer = aCustomer([aReceivable(1, '2026-01-05', at(6, '2026-02-20')), aReceivable(2, '2026-03-02')], {
      credits: [aCredit(1, euros(30))],
    });
    expect(toldActions(planCustomer(on('2026-03-09'), company, customer))).toEqual([
      'email courteous: 2→2 = 70.00',
      'task decide: 1→7 = 100.00',
    ]);
  });
  it('lists no credit in a notice while something is overdue', () => {
    const customer = aCustomer([aReceivable(1, '2026-03-05'), aReceivable(2, '2026-03-12')], {
      credits: [aCredit(1, euros(30))],
    });
    expect(toldActions(planCustomer(on('2026-03-09'), company, customer))).toEqual(['email notice: 2→1 = 100.00']);
  });
});

describe('R5: spacing', () => {
  it('lets a lower step on another channel leave where a cap stops the highest', () => {
    const call = (day: string): PastContact => ({ on: on(day), channel: 'call', tone: 'firm', receivableIds: [] });
    const customer = aCustomer([aReceivable(1, '2026-02-16', at(3, '2026-03-03')), aReceivable(2, '2026-03-02')], {
      pastContacts: [call('2026-03-04'), call('2026-03-06')],
    });
    // 1 is due for a call since 6 March; two calls this week already. 2 is due for its first reminder.
    expect(toldActions(planCustomer(on('2026-03-09'), company, customer))).toEqual(['email courteous: 1 2→2 = 200.00']);
  });
  it('holds what the weekly cap stops until the cap frees', () => {
    const customer = aCustomer([aReceivable(1, '2026-03-02')], {
      pastContacts: [emailed('2026-03-03', [8]), emailed('2026-03-06', [9])],
    });
    expect(toldHolds(planCustomer(on('2026-03-09'), company, customer))).toEqual(['1 weekly_cap 2026-03-10']);
  });
});

describe('R6: backlog', () => {
  it('enters at the first reminder and climbs step by step, three days apart', () => {
    const customer = aCustomer([aReceivable(1, '2025-08-01')]);
    expect(planCustomer(on('2026-03-02'), company, customer).actions[0]?.rule).toBe('R6');
    // 8 and 15 March are Sundays. Formal notice on the 16th: deadline the 24th, decision from the 25th.
    expect(live(company, customer, { from: on('2026-03-02'), to: on('2026-06-30') }).days).toEqual([
      '2026-03-02 email courteous: 1→2 = 100.00',
      '2026-03-05 email firm: 1→3 = 100.00',
      '2026-03-09 call call: 1→4 = 100.00',
      '2026-03-12 letter letter: 1→5 = 100.00',
      '2026-03-16 registered_letter formal_notice: 1→6 = 100.00',
      '2026-03-25 task decide: 1→7 = 100.00',
    ]);
  });
  it('goes on from a level reached in another tool', () => {
    const customer = aCustomer([aReceivable(1, '2025-08-01', at(4, '2025-12-01'))]);
    expect(toldActions(planCustomer(on('2026-03-02'), company, customer))).toEqual(['letter letter: 1→5 = 100.00']);
  });
});

describe('R7: formal notice', () => {
  const served = aReceivable(1, '2026-03-02', at(5, '2026-04-01'));
  const day = on('2026-04-17');
  it('needs approval, carries a worked deadline and goes to the postal address', () => {
    // Friday 17 April + 8 = Saturday 25: Monday 27.
    expect(planCustomer(day, company, aCustomer([served])).actions[0]).toMatchObject({
      channel: 'registered_letter',
      tone: 'formal',
      needsApproval: true,
      deadlineOn: '2026-04-27',
      contactId: null,
      rule: 'R7',
    });
  });
  it('waits for a postal address, and asks for it', () => {
    const plan = planCustomer(day, company, aCustomer([served], { hasPostalAddress: false }));
    expect(toldActions(plan)).toEqual([]);
    expect(toldHolds(plan)).toEqual(['1 no_postal_address']);
    expect(plan.repairs.map((r) => [r.channel, r.reason])).toEqual([['registered_letter', 'missing']]);
  });
  it('leaves out what was never reminded, which waits for the next contact', () => {
    const plan = planCustomer(day, company, aCustomer([served, aReceivable(2, '2026-04-10')]));
    expect(toldActions(plan)).toEqual(['registered_letter formal_notice: 1→6 = 100.00']);
    expect(toldHolds(plan)).toEqual(['2 min_gap 2026-04-20']);
  });
  it('is never the first reminder', () => {
    const [, , , , , formal] = STANDARD.steps as readonly Step[];
    const scenario = aScenario('own', formal ? [formal] : []);
    const plan = planCustomer(day, company, aCustomer([aReceivable(1, '2026-03-02')], { scenario }));
    expect(toldHolds(plan)).toEqual(['1 needs_earlier_reminder']);
  });
  it('may go without approval only where step and policy both say so', () => {
    const steps = STANDARD.steps.map((s) => ({ ...s, needsApproval: false }));
    const customer = aCustomer([served], { scenario: { ...STANDARD, steps } });
    expect(planCustomer(day, company, customer).actions[0]?.needsApproval).toBe(true);
    expect(planCustomer(day, aCompany({ formalNoticeNeedsApproval: false }), customer).actions[0]?.needsApproval).toBe(
      false,
    );
  });
});

describe('R9: no text twice running', () => {
  it('rises in tone when the same invoices are listed again', () => {
    const customer = aCustomer([aReceivable(1, '2026-03-02', at(2, '2026-03-09')), aReceivable(2, '2026-03-05')], {
      pastContacts: [emailed('2026-03-09', [1, 2])],
    });
    expect(planCustomer(on('2026-03-12'), company, customer).actions[0]).toMatchObject({
      step: 'courteous',
      tone: 'firm',
      rule: 'R9',
    });
  });
  it('takes the following step where no other way of saying it is left', () => {
    const warning = (code: string, offsetDays: number): Step => ({
      ...(STANDARD.steps[1] as Step),
      code,
      offsetDays,
      tone: 'last_warning',
      fallbackChannels: [],
    });
    const scenario = aScenario('own', [
      warning('one', 7),
      warning('two', 14),
      { ...(STANDARD.steps[4] as Step), offsetDays: 21 },
    ]);
    const customer = aCustomer([aReceivable(1, '2026-03-02')], { scenario });
    expect(
      toldHolds(
        planCustomer(
          on('2026-03-16'),
          company,
          live(company, customer, { from: on('2026-03-09'), to: on('2026-03-09') }).customer,
        ),
      ),
    ).toEqual(['1 same_text 2026-03-23']);
    expect(live(company, customer, { from: on('2026-03-02'), to: on('2026-05-31') }).days).toEqual([
      '2026-03-09 email one: 1→1 = 100.00',
      '2026-03-23 letter letter: 1→3 = 100.00',
      '2026-04-07 task decide: 1→4 = 100.00',
    ]);
  });
});

test('R10: a fallback channel is the rule shown', () => {
  const customer = aCustomer([aReceivable(1, '2026-03-02')], { contacts: [aContact({ emailStatus: 'bounced' })] });
  const plan = planCustomer(on('2026-03-09'), company, customer);
  expect(plan.actions[0]).toMatchObject({ channel: 'letter', step: 'courteous', rule: 'R10', contactId: null });
  expect(plan.repairs).toEqual([{ customerId: 1, channel: 'email', reason: 'bounced', contactId: 1 }]);
});

test('R11: on a day that is not worked nothing leaves, and it says until when', () => {
  const customer = aCustomer([
    aReceivable(1, '2026-04-24'), // first reminder 1 May
    aReceivable(2, '2026-04-27'), // first reminder 4 May
    aReceivable(3, '2026-02-28', at(6, '2026-04-14')), // decision 29 April
    aReceivable(4, '2026-02-28', at(7, '2026-04-29')),
    aReceivable(5, '2026-05-06'), // notice 1 May
  ]);
  const plan = planCustomer(on('2026-05-01'), company, customer);
  expect(plan.actions).toEqual([]);
  expect(toldHolds(plan)).toEqual([
    '3 quiet_day 2026-05-04',
    '4 ladder_done',
    '1 quiet_day 2026-05-04',
    '2 waiting_next_step 2026-05-04',
    '5 quiet_day 2026-05-04',
  ]);
});

test('a decision below the threshold is not asked for', () => {
  const customer = aCustomer([aReceivable(1, '2026-01-05', { ...at(6, '2026-02-20'), openCents: euros(4.5) })]);
  expect(toldHolds(planCustomer(on('2026-03-09'), company, customer))).toEqual(['1 below_threshold']);
});

test('customers come by reference, receivables by due date and number, whatever order they are given in', () => {
  const customers = ['C2', 'C10', 'C1'].map((ref, i) =>
    aCustomer([aReceivable(i * 10 + 2, '2026-03-02'), aReceivable(i * 10 + 1, '2026-03-02')], {
      ref,
      customerId: (i + 1) as CustomerId,
    }),
  );
  const plan = planReminders(on('2026-03-09'), company, customers);
  expect(plan.actions.map((a) => a.items.map((i) => Number(i.receivableId)))).toEqual([
    [21, 22],
    [11, 12],
    [1, 2],
  ]);
  expect(planReminders(on('2026-03-09'), company, customers.toReversed())).toEqual(plan);
});

test('a hold on the customer stops notices, messages and decisions alike', () => {
  const customer = aCustomer(
    [aReceivable(1, '2026-01-05', at(6, '2026-02-20')), aReceivable(2, '2026-03-02'), aReceivable(3, '2026-03-12')],
    { holds: [aHold('insolvency', { note: 'redressement' })] },
  );
  const plan = planCustomer(on('2026-03-09'), company, customer);
  expect(plan.actions).toEqual([]);
  expect(toldHolds(plan)).toEqual(['1 insolvency', '2 insolvency', '3 insolvency']);
});
