// Open book: how common an amount is never depends on who asked before, and a customer's share of it is found among few and among many.
import { describe, expect, test } from 'vitest';
import type { Cents, Currency, CustomerId, Day } from '../kernel/index.ts';
import type { OpenItem } from './facts.ts';
import { OpenBook } from './open-book.ts';

const EUR = 'EUR' as Currency;
const PRICE = 2_990 as Cents;

const item = (itemId: number, more: Partial<OpenItem> = {}): OpenItem => ({
  itemId,
  kind: 'receivable',
  customerId: 1 as CustomerId,
  number: `F-${itemId}`,
  references: [],
  issuedOn: '2026-01-01' as Day,
  dueOn: '2026-02-01' as Day,
  openCents: PRICE,
  currency: EUR,
  discount: null,
  ...more,
});

const bookOf = (items: readonly OpenItem[]): OpenBook => {
  const book = new OpenBook();
  for (const each of items) book.add(each);
  return book;
};

const ids = (found: readonly Readonly<{ item: OpenItem }>[]) => found.map(({ item: { itemId } }) => itemId);

describe('how common an amount is', () => {
  const three = [item(2), item(4), item(6)];

  test('counts what is settled by now, asked before or not', () => {
    const [asked, unasked] = [bookOf(three), bookOf(three)];
    for (const book of [asked, unasked]) book.apply([{ itemId: 2, cents: PRICE }]);
    expect(ids(asked.ofAmount(PRICE, EUR, 50))).toEqual([4, 6]);
    // Two others of 3 items, and 100 beside them: a small book says little.
    for (const book of [asked, unasked]) expect(book.shareOfAmount(book.standing(4, EUR)!)).toBe(2 / 103);
  });
});

describe('a customer’s receivables of an amount', () => {
  const own = [item(8, { dueOn: '2026-03-01' as Day }), item(2), item(4), item(6, { kind: 'credit_note' })];
  const others = (count: number) =>
    Array.from({ length: count }, (_, n) => item(100 + 2 * n, { customerId: 2 as CustomerId }));

  test.each([0, 1, 300])('the oldest first, whatever %i others owe the same', (count) => {
    const book = bookOf([...own, ...others(count)]);
    const asked = () => ids(book.ofCustomerAmount(1 as CustomerId, PRICE, EUR));
    expect(asked()).toEqual([2, 4, 8]);
    book.apply([{ itemId: 2, cents: PRICE }]);
    book.apply([{ itemId: 4, cents: 1 as Cents }]);
    expect(asked()).toEqual([8]);
    expect(ids(book.ofCustomerAmount(1 as CustomerId, (PRICE - 1) as Cents, EUR))).toEqual([4]);
  });

  test('none of another amount, currency or customer', () => {
    const book = bookOf(own);
    expect(book.ofCustomerAmount(1 as CustomerId, 1 as Cents, EUR)).toEqual([]);
    expect(book.ofCustomerAmount(1 as CustomerId, PRICE, 'CHF' as Currency)).toEqual([]);
    expect(book.ofCustomerAmount(3 as CustomerId, PRICE, EUR)).toEqual([]);
  });
});
