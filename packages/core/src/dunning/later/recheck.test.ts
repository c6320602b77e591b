// R13, situation 6: what still leaves at the last second, and what does not, with its reason.
import { describe, expect, it, test } from 'vitest';
import type { ContactId } from '../../kernel/index.ts';
import type { CompanyFacts, CustomerFacts, PastContact } from '../facts.ts';
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
} from '../invented/invented-facts.ts';
import type { PlannedAction } from '../plan.ts';
import { planCustomer } from '../plan-customer.ts';
import { applyActions } from './apply-plan.ts';
import { recheck } from './recheck.ts';

const company = aCompany();
const MONDAY = on('2026-03-09');
const TUESDAY = on('2026-03-10');
const first = aReceivable(1, '2026-03-02');
const second = aReceivable(2, '2026-03-02');
const customer = aCustomer([first, second]);
const planned = (of: CustomerFacts = customer, day = MONDAY): PlannedAction => {
  const [action] = planCustomer(day, company, of).actions;
  if (!action) throw new Error('nothing planned');
  return action;
};
const outcome = (of: CustomerFacts, day = MONDAY, given: { company?: CompanyFacts; action?: PlannedAction } = {}) => {
  const answer = recheck(day, given.company ?? company, { customer: of, action: given.action ?? planned() });
  return answer.go ? 'go' : [answer.reason, answer.receivableIds.map(Number), answer.retryOn];
};
const contacted = (day: string, channel: PastContact['channel']): PastContact => ({
  on: on(day),
  channel,
  tone: 'courteous',
  receivableIds: [],
});

describe('goes', () => {
  it('when nothing changed', () => expect(outcome(customer)).toBe('go'));
  it('a day late, the server having been down', () => expect(outcome(customer, TUESDAY)).toBe('go'));
  it('a week late, as long as it is still what is due', () => expect(outcome(customer, on('2026-03-16'))).toBe('go'));
  it('although the plan of the day would list one more', () => {
    expect(outcome(aCustomer([first, second, aReceivable(3, '2026-03-05')]), TUESDAY)).toBe('go');
  });
  it('and then what has become due in the meantime advances with it', () => {
    const waiting = aReceivable(3, '2026-03-03');
    const facts = aCustomer([first, waiting]);
    const action = planned(facts);
    expect(action.items.map((i) => i.advances)).toEqual([true, false]);
    const answer = recheck(TUESDAY, company, { customer: facts, action });
    expect(answer.go && answer.action.items.map((i) => [i.advances, i.toRank])).toEqual([
      [true, 2],
      [true, 2],
    ]);
  });
  it('a formal notice with its deadline counted from the day it leaves', () => {
    const facts = aCustomer([aReceivable(1, '2026-03-02', { level: 5, levelOn: on('2026-04-01') })]);
    const action = planned(facts, on('2026-04-16'));
    expect(action.deadlineOn).toBe('2026-04-24');
    const answer = recheck(on('2026-04-20'), company, { customer: facts, action });
    expect(answer.go && answer.action.deadlineOn).toBe('2026-04-28');
  });
});

describe('is cancelled', () => {
  const changed = (given: Partial<CustomerFacts>): CustomerFacts => ({ ...customer, ...given });
  it.each([
    [
      'paid between planning and sending',
      changed({ receivables: [{ ...first, openCents: euros(0) }, second] }),
      ['invoice_settled', [1], null],
    ],
    ['everything paid and out of the facts', changed({ receivables: [] }), ['invoice_settled', [1, 2], null]],
    [
      'paid in part',
      changed({ receivables: [{ ...first, openCents: euros(60) }, second] }),
      ['amount_changed', [1], null],
    ],
    [
      'a payment reversed: more is owed',
      changed({ receivables: [{ ...first, openCents: euros(160) }, second] }),
      ['amount_changed', [1], null],
    ],
    ['a credit note came in', changed({ credits: [aCredit(1, euros(30))] }), ['amount_changed', [], null]],
    ['a credit note covers it all', changed({ credits: [aCredit(1, euros(300))] }), ['credit_covers', [1], null]],
    [
      'disputed',
      changed({ holds: [aHold('dispute', { receivableId: receivableId(2) })] }),
      ['held:dispute', [2], null],
    ],
    [
      'disputed in part',
      changed({ holds: [aHold('dispute', { receivableId: receivableId(2), cents: euros(20) })] }),
      ['held:dispute', [2], null],
    ],
    ['promised', changed({ holds: [aHold('promise', { untilOn: on('2026-03-20') })] }), ['held:promise', [1], null]],
    ['insolvent', changed({ holds: [aHold('insolvency')] }), ['held:insolvency', [1], null]],
    [
      'done by another action',
      changed({ receivables: [{ ...first, level: 2, levelOn: MONDAY }, second] }),
      ['already_done', [1], null],
    ],
    [
      'the due date moved',
      changed({
        receivables: [
          { ...first, dueOn: on('2026-05-04') },
          { ...second, dueOn: on('2026-05-04') },
        ],
      }),
      ['not_due_yet', [1], null],
    ],
    [
      'called this morning',
      changed({ pastContacts: [contacted('2026-03-09', 'call')] }),
      ['min_gap', [1], '2026-03-12'],
    ],
    [
      'the address bounced',
      changed({ contacts: [aContact({ emailStatus: 'bounced' })] }),
      ['contact_changed', [], null],
    ],
    [
      'another person is in charge',
      changed({ contacts: [aContact({ contactId: 7 as ContactId })] }),
      ['contact_changed', [], null],
    ],
    [
      'an older invoice reached a higher step',
      changed({ receivables: [first, second, aReceivable(3, '2026-02-20', { level: 2, levelOn: on('2026-02-27') })] }),
      ['superseded', [1, 2], null],
    ],
  ])('%s', (_, facts, expected) => {
    expect(outcome(facts)).toEqual(expected);
  });

  it('on a day that is not worked, until the next one', () => {
    expect(outcome(customer, on('2026-03-14'))).toEqual(['quiet_day', [1], '2026-03-16']);
  });
  it('on data grown too old', () => {
    const strict = aCompany({ freshnessWorkedDays: 3 }, { lastSourceOn: on('2026-03-03') });
    expect(outcome(customer, MONDAY, { company: strict })).toEqual(['held:stale_data', [1], null]);
  });
  it('where the scenario now says something else', () => {
    const steps = customer.scenario.steps.map((s) => (s.code === 'courteous' ? { ...s, tone: 'firm' as const } : s));
    expect(outcome({ ...customer, scenario: { ...customer.scenario, version: 2, steps } })).toEqual([
      'step_changed',
      [1, 2],
      null,
    ]);
  });
});

test('two messages in two currencies leave the same day: the first does not stop the second', () => {
  const dollars = aReceivable(9, '2026-03-02', { currency: 'USD' });
  const facts = aCustomer([first, dollars]);
  const [inEuros, inDollars] = planCustomer(MONDAY, company, facts).actions as [PlannedAction, PlannedAction];
  expect([inEuros.currency, inDollars.currency]).toEqual(['EUR', 'USD']);
  const after = applyActions(MONDAY, facts, [inEuros]);
  expect(outcome(after, MONDAY, { action: inDollars })).toBe('go');
});

test('a new version of the scenario that leaves the step as it is does not stop it', () => {
  expect(outcome({ ...customer, scenario: { ...customer.scenario, version: 2 } })).toBe('go');
});

test('a notice is dropped where an overdue message left the same day', () => {
  const facts = aCustomer([aReceivable(4, '2026-03-12')]);
  const action = planned(facts);
  expect(action.step).toBe('notice');
  expect(outcome({ ...facts, receivables: [...facts.receivables, first] }, MONDAY, { action })).toEqual([
    'min_gap',
    [4],
    '2026-03-12',
  ]);
});
