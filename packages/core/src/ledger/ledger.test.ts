// Allocation by tables: each expected value is arithmetic on the amounts shown.
import { describe, expect, it } from 'vitest';
import { type Cents, cents, day } from '../kernel/index.ts';
import { allocateGroup } from './allocate-group.ts';
import { allocateInOrder, allocateOldestFirst } from './allocate-oldest-first.ts';
import { allocationDay } from './allocation-day.ts';
import { compareAllocations } from './compare-allocations.ts';
import type { LedgerItem } from './item.ts';
import { openAsOf } from './open-as-of.ts';

const item = (key: string, on: string, amount: number, currency = 'EUR'): LedgerItem => ({
  key,
  on: day(on),
  cents: cents(amount),
  currency,
});
const shown = (parts: readonly { credit: LedgerItem; debt: LedgerItem; cents: Cents }[]) =>
  parts.map((part) => [part.credit.key, part.debt.key, part.cents]);

describe('a lettered group', () => {
  it('applies the oldest credit to the oldest debt, whatever the order given', () => {
    const credits = [item('p2', '2024-03-01', 15_000), item('p1', '2024-02-01', 5_000)];
    const debts = [item('f2', '2024-01-20', 8_000), item('f1', '2024-01-10', 12_000)];
    const expected = [
      ['p1', 'f1', 5_000],
      ['p2', 'f1', 7_000],
      ['p2', 'f2', 8_000],
    ];
    expect(shown(allocateGroup(credits, debts).parts)).toEqual(expected);
    expect(shown(allocateGroup([...credits].reverse(), [...debts].reverse()).parts)).toEqual(expected);
  });

  it('keeps what finds nothing on the other side', () => {
    const over = allocateGroup([item('p', '2024-02-01', 130)], [item('f', '2024-01-01', 100)]);
    expect([over.creditLeft, over.debtLeft]).toEqual([30, 0]);
    const under = allocateGroup(
      [item('p', '2024-02-01', 60)],
      [item('f', '2024-01-01', 100), item('g', '2024-01-02', 1)],
    );
    expect([under.creditLeft, under.debtLeft]).toEqual([0, 41]);
    expect(allocateGroup([], [item('f', '2024-01-01', 7)])).toEqual({ parts: [], creditLeft: 0, debtLeft: 7 });
  });

  it('takes a rejected payment as a debt of its own', () => {
    // Invoice 100 paid by cheque, the cheque comes back, a transfer pays again.
    const group = allocateGroup(
      [item('cheque', '2024-02-01', 100), item('transfer', '2024-03-01', 100)],
      [item('invoice', '2024-01-01', 100), item('returned', '2024-02-10', 100)],
    );
    expect(shown(group.parts)).toEqual([
      ['cheque', 'invoice', 100],
      ['transfer', 'returned', 100],
    ]);
  });

  it('never joins two currencies', () => {
    const group = allocateGroup([item('p', '2024-02-01', 100, 'USD')], [item('f', '2024-01-01', 100)]);
    expect(group).toEqual({ parts: [], creditLeft: 100, debtLeft: 100 });
  });
});

describe('one amount', () => {
  const debts = [item('new', '2024-02-01', 40), item('old', '2024-01-01', 50)];
  it('goes to the debts in the order the payer names', () => {
    const { parts, left } = allocateInOrder({ cents: cents(60), currency: 'EUR' }, debts);
    expect(parts.map((part) => [part.debt.key, part.cents])).toEqual([
      ['new', 40],
      ['old', 20],
    ]);
    expect(left).toBe(0);
  });
  it('goes to the oldest first where nothing is said, and the rest is left', () => {
    const { parts, left } = allocateOldestFirst({ cents: cents(100), currency: 'EUR' }, debts);
    expect(parts.map((part) => [part.debt.key, part.cents])).toEqual([
      ['old', 50],
      ['new', 40],
    ]);
    expect(left).toBe(10);
  });
  it('passes over a debt in another currency', () => {
    expect(allocateInOrder({ cents: cents(5), currency: 'USD' }, debts)).toEqual({ parts: [], left: 5 });
  });
});

describe('what is open on a day', () => {
  const invoice = {
    on: day('2024-01-10'),
    cents: cents(100),
    allocations: [
      { on: day('2024-02-01'), cents: cents(60) },
      { on: day('2024-03-01'), cents: cents(-60) },
    ],
  };
  it.each([
    ['2024-01-09', 0],
    ['2024-01-10', 100],
    ['2024-01-31', 100],
    ['2024-02-01', 40],
    ['2024-02-29', 40],
    ['2024-03-01', 100],
  ])('on %s is %i', (on, open) => {
    expect(openAsOf(invoice, day(on))).toBe(open);
  });
});

describe('the day of an allocation', () => {
  it('is the day wanted, but never before either fact', () => {
    const early = { on: day('2024-01-01') };
    const late = { on: day('2024-02-01') };
    expect(allocationDay(day('2024-03-01'), early, late)).toBe('2024-03-01');
    expect(allocationDay(day('2023-12-31'), early, late)).toBe('2024-02-01');
  });
});

describe('comparing allocations', () => {
  const pair = (credit: string, debt: string, amount: number) => ({ credit, debt, cents: cents(amount) });
  it('adds what is missing, undoes what is no longer wanted, replaces what changed', () => {
    const same = pair('a', 'x', 10);
    const { add, undo } = compareAllocations(
      [same, pair('b', 'x', 5), pair('c', 'z', 3)],
      [pair('a', 'x', 10), pair('b', 'x', 7), pair('d', 'y', 1)],
    );
    expect(add).toEqual([pair('b', 'x', 5), pair('c', 'z', 3)]);
    expect(undo).toEqual([pair('b', 'x', 7), pair('d', 'y', 1)]);
  });
});
