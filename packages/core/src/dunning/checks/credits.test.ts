// R4: the sum asked for is net of credits; at or below the threshold of 5,00 € nothing is asked.
import { expect, test } from 'vitest';
import { aCredit, aCustomer, euros, on } from '../invented/invented-facts.ts';
import { creditsIn, netOf } from './credits.ts';

test.each([
  // listed, elsewhere, credit, listCredits, expected total or reason, credits listed
  ['no credit', 100, 0, 0, true, 100, 0],
  ['a credit reduces the total', 100, 0, 30, true, 70, 1],
  ['just above the threshold', 5.01, 0, 0, true, 5.01, 0],
  ['at the threshold', 5, 0, 0, true, 'below_threshold', 0],
  ['net at the threshold', 105, 0, 100, true, 'below_threshold', 0],
  ['covered exactly', 100, 0, 100, true, 'credit_covers', 0],
  ['more than covered', 100, 0, 130, true, 'credit_covers', 0],
  ['absorbed by what is overdue elsewhere: asked without credits', 100, 1000, 300, true, 100, 0],
  ['not absorbed: everything overdue is covered', 100, 150, 300, true, 'credit_covers', 0],
  ['below the threshold whatever is elsewhere', 5, 1000, 0, true, 'below_threshold', 0],
  ['credits used elsewhere are not listed', 100, 50, 30, false, 100, 0],
])('%s', (_, listed, elsewhere, credit, listCredits, expected, count) => {
  const net = netOf({
    listedCents: euros(listed),
    elsewhereCents: euros(elsewhere),
    credits: credit === 0 ? [] : [aCredit(1, euros(credit))],
    listCredits,
    thresholdCents: euros(5),
  });
  if (typeof expected === 'string') expect(net).toEqual({ reason: expected });
  else expect(net).toMatchObject({ totalCents: euros(expected), credits: { length: count } });
});

test('credits of other currencies and used ones stay out; the rest stands by day and number', () => {
  const credits = [
    aCredit(3, 100, { on: on('2026-02-03') }),
    aCredit(2, 100),
    aCredit(1, 100),
    aCredit(4, 100, { currency: 'USD' }),
    aCredit(5, 0),
  ];
  expect(creditsIn(aCustomer([], { credits }), 'EUR').map((c) => c.id)).toEqual([1, 2, 3]);
});
