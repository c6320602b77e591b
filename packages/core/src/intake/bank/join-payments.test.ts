// Joining books and bank as a table: the nearest day, each once, nothing where two would do.
import { describe, expect, it } from 'vitest';
import { type CustomerId, cents, day } from '../../kernel/index.ts';
import { joinPayments } from './join-payments.ts';

const CALENDAR = { alsaceMoselle: false, closedDays: [] };
const told = (days: readonly string[], more: Readonly<{ customer?: number; amount?: number }> = {}) =>
  days.map((on) => ({
    customerId: (more.customer ?? 1) as CustomerId,
    cents: cents(more.amount ?? 100),
    on: day(`2026-${on}`),
  }));
const joined = (lines: ReturnType<typeof told>, payments: ReturnType<typeof told>) => {
  const { pairs, ambiguous } = joinPayments({ lines, payments }, CALENDAR);
  return { pairs: pairs.map(({ line, payment }) => `${line.on.slice(5)}=${payment.on.slice(5)}`), ambiguous };
};

describe('books and bank', () => {
  // 2026-03-06 is a Friday.
  it.each<[string, readonly string[], readonly string[], readonly string[], number]>([
    ['the same day', ['03-06'], ['03-06'], ['03-06=03-06'], 0],
    ['five worked days over a weekend', ['03-06'], ['03-13'], ['03-06=03-13'], 0],
    ['not six', ['03-06'], ['03-16'], [], 0],
    ['the nearest of two', ['03-09'], ['03-06', '03-10'], ['03-09=03-10'], 0],
    ['none of two as near', ['03-10'], ['03-09', '03-11'], [], 1],
    ['each once', ['03-09', '03-10'], ['03-09'], ['03-09=03-09'], 0],
    ['two and two, day by day', ['03-09', '03-10'], ['03-10', '03-11'], ['03-10=03-10', '03-09=03-11'], 0],
    ['as many of one day as of the other', ['03-09', '03-09'], ['03-10', '03-10'], ['03-09=03-10', '03-09=03-10'], 0],
    ['not one of two of a day', ['03-09', '03-09'], ['03-10'], [], 2],
  ])('%s', (_, lines, payments, pairs, ambiguous) =>
    expect(joined(told(lines), told(payments))).toEqual({ pairs, ambiguous }),
  );

  it('never another customer or amount', () => {
    expect(joined(told(['03-06']), told(['03-06'], { customer: 2 }))).toEqual({ pairs: [], ambiguous: 0 });
    expect(joined(told(['03-06']), told(['03-06'], { amount: 101 }))).toEqual({ pairs: [], ambiguous: 0 });
  });
});
