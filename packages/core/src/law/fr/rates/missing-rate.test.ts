// Missing rate: asked for from the fortnight in which it is published, loudly once it is in force.
import { expect, test } from 'vitest';
import { day } from '../../../kernel/index.ts';
import { missingRate } from './missing-rate.ts';

const UP_TO_2026S2 = new Set(['2026S1', '2026S2']);

test.each([
  { says: 'nothing is missing in November', known: UP_TO_2026S2, on: '2026-11-22', want: null },
  { says: 'nothing is asked for on 16 December', known: UP_TO_2026S2, on: '2026-12-16', want: null },
  {
    says: 'the next half-year is asked for from 17 December',
    known: UP_TO_2026S2,
    on: '2026-12-17',
    want: { halfYear: '2027S1', since: '2026-12-17', isInForce: false },
  },
  {
    says: 'a half-year that has started without rates is in force',
    known: UP_TO_2026S2,
    on: '2027-02-01',
    want: { halfYear: '2027S1', since: '2026-12-17', isInForce: true },
  },
  { says: 'entered in advance is enough', known: new Set(['2026S2', '2027S1']), on: '2026-12-20', want: null },
])('$says', ({ known, on, want }) => expect(missingRate(known, day(on))).toEqual(want));
