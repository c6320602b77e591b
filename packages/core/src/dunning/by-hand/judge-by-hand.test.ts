// Messages by hand: what stops a person, what only makes them think twice, and the re-check before it leaves.
import { describe, expect, test } from 'vitest';
import type { CustomerFacts } from '../facts.ts';
import { aCredit, aCustomer, aHold, aReceivable, euros, on, receivableId } from '../invented/invented-facts.ts';
import type { PlannedAction } from '../plan.ts';
import { askableCents, judgeByHand, recheckByHand } from './judge-by-hand.ts';

const MONDAY = on('2026-03-09');
// Both of 100,00 €: one a week late, one due in a week.
const late = aReceivable(1, '2026-03-02');
const coming = aReceivable(2, '2026-03-16');
const owing = (more: Partial<CustomerFacts> = {}) => aCustomer([late, coming], more);
const about = (...ids: number[]) => ids.map((id) => ({ receivableId: receivableId(id), cents: euros(100) }));
const judged = (customer: CustomerFacts, tone: 'notice' | 'courteous' = 'courteous', ids = [1]) =>
  judgeByHand(MONDAY, customer, { items: about(...ids), tone });

describe('a message by hand', () => {
  test.each([
    { says: 'goes where something is late', customer: owing(), stops: [], warnings: [] },
    {
      says: 'is stopped by insolvency',
      customer: owing({ holds: [aHold('insolvency')] }),
      stops: ['insolvency'],
      warnings: [],
    },
    {
      says: 'is stopped by a dispute of what it lists',
      customer: owing({ holds: [aHold('dispute', { receivableId: receivableId(1) })] }),
      stops: ['dispute'],
      warnings: [],
    },
    {
      says: 'is not stopped by a dispute of something else',
      customer: owing({ holds: [aHold('dispute', { receivableId: receivableId(2) })] }),
      stops: [],
      warnings: [],
    },
    { says: 'warns of a promise', customer: owing({ holds: [aHold('promise')] }), stops: [], warnings: ['promise'] },
    { says: 'warns of a hold by hand', customer: owing({ holds: [aHold('manual')] }), stops: [], warnings: ['manual'] },
    {
      says: 'is stopped where credits cover everything open',
      customer: owing({ credits: [aCredit(1, 20_000)] }),
      stops: ['credit_covers'],
      warnings: [],
    },
    { says: 'is stopped where what it lists is paid', customer: aCustomer([coming]), stops: ['paid'], warnings: [] },
  ])('$says', ({ customer, stops, warnings }) => expect(judged(customer)).toEqual({ stops, warnings }));

  test('speaks of what is not due as a notice only', () => {
    expect(judged(owing(), 'courteous', [2]).stops).toEqual(['not_due_yet']);
    expect(judged(owing(), 'notice', [2]).stops).toEqual([]);
  });

  test('about more than a disputed part leaves is stopped; about the rest it goes', () => {
    const customer = owing({ holds: [aHold('dispute', { receivableId: receivableId(1), cents: euros(30) })] });
    expect(judged(customer).stops).toEqual(['dispute']);
    const rest = [{ receivableId: receivableId(1), cents: euros(70) }];
    expect(judgeByHand(MONDAY, customer, { items: rest, tone: 'courteous' }).stops).toEqual([]);
  });
});

describe('what may be asked for', () => {
  const part = (amount: number, id = 1, reason: 'dispute' | 'promise' = 'dispute') =>
    aHold(reason, { receivableId: receivableId(id), cents: euros(amount) });
  test.each([
    { says: 'all of it where nothing is disputed', holds: [], cents: 100_00 },
    { says: 'the rest where a part is disputed', holds: [part(30)], cents: 70_00 },
    { says: 'what two disputed parts leave together', holds: [part(30), part(50)], cents: 20_00 },
    { says: 'nothing where the parts cover it', holds: [part(60), part(50)], cents: 0 },
    { says: 'all of it where a part of another invoice is disputed', holds: [part(30, 2)], cents: 100_00 },
    {
      says: 'all of it where a part is promised: a person may still write',
      holds: [part(30, 1, 'promise')],
      cents: 100_00,
    },
  ])('is $says', ({ holds, cents }) => expect(askableCents(late, holds)).toBe(cents));

  test('two disputed parts count together: each alone would leave enough', () => {
    const customer = owing({ holds: [part(30), part(50)] });
    const asking = (amount: number) =>
      judgeByHand(MONDAY, customer, {
        items: [{ receivableId: receivableId(1), cents: euros(amount) }],
        tone: 'courteous',
      });
    expect(asking(20).stops).toEqual([]);
    expect(asking(50).stops).toEqual(['dispute']);
  });
});

describe('just before it leaves', () => {
  const action = {
    tone: 'courteous',
    items: about(1).map((item) => ({
      ...item,
      invoiceNumber: 'FA-0001',
      dueOn: late.dueOn,
      advances: false,
      toRank: 0,
    })),
  } as unknown as PlannedAction;
  const said = (customer: CustomerFacts) => {
    const answer = recheckByHand(MONDAY, customer, action);
    return answer.go ? 'go' : answer.reason;
  };
  test.each([
    { says: 'it goes on the same facts', customer: owing(), want: 'go' },
    { says: 'a promise made meanwhile does not stop it', customer: owing({ holds: [aHold('promise')] }), want: 'go' },
    { says: 'a payment stops it', customer: aCustomer([coming]), want: 'invoice_settled' },
    {
      says: 'a part paid stops it',
      customer: aCustomer([{ ...late, openCents: euros(40) }]),
      want: 'amount_changed',
    },
    { says: 'insolvency stops it', customer: owing({ holds: [aHold('insolvency')] }), want: 'held:insolvency' },
  ])('$says', ({ customer, want }) => expect(said(customer)).toBe(want));
});
