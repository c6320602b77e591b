// Laws of the ledger: no cent is made or lost by any sequence of allocations, reversals and imports.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Cents, cents, type Day, day, sumCents } from '../kernel/index.ts';
import { allocateGroup } from './allocate-group.ts';
import { compareAllocations } from './compare-allocations.ts';
import type { LedgerItem } from './item.ts';
import { openAsOf } from './open-as-of.ts';

const START = day('2024-01-01');
const days = fc.integer({ min: 0, max: 398 }).map((n) => addDays(START, n));
const items = (prefix: string) =>
  fc
    .array(
      fc.record({ on: days, amount: fc.integer({ min: 1, max: 50_000 }), currency: fc.constantFrom('EUR', 'USD') }),
      { maxLength: 12 },
    )
    .map((list) =>
      list.map(
        ({ on, amount, currency }, i): LedgerItem => ({ key: `${prefix}${i}`, on, cents: cents(amount), currency }),
      ),
    );

const total = (list: readonly LedgerItem[]): Cents => sumCents(list.map((one) => one.cents));
const appliedTo = (parts: readonly { cents: Cents }[]): Cents => sumCents(parts.map((part) => part.cents));

describe('a group', () => {
  it('allocates and leaves exactly what was there, on both sides', () => {
    fc.assert(
      fc.property(items('c'), items('d'), (credits, debts) => {
        const group = allocateGroup(credits, debts);
        expect(appliedTo(group.parts) + group.creditLeft).toBe(total(credits));
        expect(appliedTo(group.parts) + group.debtLeft).toBe(total(debts));
      }),
    );
  });

  it('never takes more from an item than it has, and leaves no currency with both a credit and a debt', () => {
    fc.assert(
      fc.property(items('c'), items('d'), (credits, debts) => {
        const { parts } = allocateGroup(credits, debts);
        const openOf = (one: LedgerItem) =>
          one.cents - appliedTo(parts.filter((p) => p.credit === one || p.debt === one));
        for (const one of [...credits, ...debts]) expect(openOf(one)).toBeGreaterThanOrEqual(0);
        for (const currency of ['EUR', 'USD']) {
          const has = (list: readonly LedgerItem[]) => list.some((one) => one.currency === currency && openOf(one) > 0);
          expect(has(credits) && has(debts)).toBe(false);
        }
        for (const part of parts) expect(part.credit.currency).toBe(part.debt.currency);
      }),
    );
  });

  it('does not depend on the order given', () => {
    const shuffled = fc
      .tuple(items('c'), items('d'))
      .chain(([credits, debts]) =>
        fc.tuple(
          fc.constant({ credits, debts }),
          fc.shuffledSubarray(credits, { minLength: credits.length }),
          fc.shuffledSubarray(debts, { minLength: debts.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([given, credits, debts]) => {
        expect(allocateGroup(credits, debts)).toEqual(allocateGroup(given.credits, given.debts));
      }),
    );
  });
});

type Row = { credit: string; debt: string; cents: Cents; on: Day; undone: boolean };

describe('any sequence of imports and reversals', () => {
  it('keeps open = gross − Σ allocations, never negative, equal on both sides', () => {
    const steps = fc.array(
      fc.record({ credits: fc.array(fc.nat(11)), debts: fc.array(fc.nat(11)), undo: fc.nat(30) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(items('c'), items('d'), steps, (credits, debts, moves) => {
        const rows: Row[] = [];
        moves.forEach((move, n) => {
          const on = addDays(START, 400 + n);
          const live = () => rows.filter((row) => !row.undone && row.cents > 0);
          // A newer export letters some items together and knows nothing of the rest.
          const chosen = (list: readonly LedgerItem[], picks: readonly number[]) =>
            list.filter((_, i) => picks.includes(i));
          const wanted = allocateGroup(chosen(credits, move.credits), chosen(debts, move.debts)).parts.map((part) => ({
            credit: part.credit.key,
            debt: part.debt.key,
            cents: part.cents,
          }));
          const { add, undo } = compareAllocations(wanted, live());
          const reversed = [...undo, ...live().slice(move.undo, move.undo + 1)].filter(
            (row, i, all) => all.indexOf(row) === i,
          );
          for (const row of reversed) {
            row.undone = true;
            rows.push({ ...row, cents: cents(-row.cents), on, undone: true });
          }
          for (const one of add) rows.push({ ...one, on, undone: false });
        });
        const openOf = (one: LedgerItem, on: Day) =>
          openAsOf({ ...one, allocations: rows.filter((row) => row.credit === one.key || row.debt === one.key) }, on);
        for (let n = -1; n <= moves.length; n++) {
          const on = addDays(START, 400 + n);
          const open = (list: readonly LedgerItem[]) => sumCents(list.map((one) => openOf(one, on)));
          for (const one of [...credits, ...debts]) expect(openOf(one, on)).toBeGreaterThanOrEqual(0);
          expect(total(credits) - open(credits)).toBe(total(debts) - open(debts));
        }
      }),
    );
  });
});
