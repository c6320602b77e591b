// Laws: groups add up to the whole whatever groups them, and what is held is never more than what is open.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '../kernel/index.ts';
import { allCents, groupAged, sumAged } from './aged-rows.ts';
import { heldShare } from './held-share.ts';

const KEYS = ['not_due', 'd1_30', 'd31_plus'];
const amount = fc.integer({ min: 0, max: 10_000_000 }).map(cents);
const byBucket = fc.record({ not_due: amount, d1_30: amount, d31_plus: amount });
const lines = fc.array(
  fc.record({
    group: fc.option(fc.constantFrom('A', 'B', 'C')),
    ...{ cents: byBucket, disputed: byBucket, held: byBucket, unappliedCents: amount, totalCents: amount },
  }),
  { maxLength: 30 },
);

test('the sum of the groups is the sum of the lines', () => {
  fc.assert(
    fc.property(lines, (rows) => {
      const groups = groupAged(rows, KEYS, (row) => row.group);
      expect(sumAged(groups, KEYS)).toEqual(sumAged(rows, KEYS));
      expect(groups.reduce((sum, group) => sum + group.customers, 0)).toBe(rows.length);
      expect(allCents(sumAged(rows, KEYS), KEYS)).toBe(rows.reduce((sum, row) => sum + allCents(row, KEYS), 0));
    }),
  );
});

test('disputed and held are never negative, nor together more than what is open', () => {
  const hold = fc.record({ isDispute: fc.boolean(), cents: fc.option(amount) });
  fc.assert(
    fc.property(amount, fc.array(hold, { maxLength: 5 }), (open, holds) => {
      const { disputedCents, heldCents } = heldShare(open, holds);
      expect(Math.min(disputedCents, heldCents)).toBeGreaterThanOrEqual(0);
      expect(disputedCents + heldCents).toBeLessThanOrEqual(open);
      if (holds.some((one) => one.cents === null)) expect(disputedCents + heldCents).toBe(open);
    }),
  );
});
