// Which entry of an effective-dated list is in force: edges, gaps, overlaps.
import { expect, test } from 'vitest';
import { type Day, day } from '../kernel/index.ts';
import { type EffectiveDated, inForce } from './effective-dated.ts';

const entry = (value: string, from: string, to: string | null): EffectiveDated<string> => ({
  value,
  validFrom: day(from),
  validTo: to as Day | null,
  article: '',
  confidence: 'official',
  verifiedOn: day('2026-11-21'),
});

const ENTRIES = [
  entry('new', '2026-07-01', null),
  entry('old', '2020-01-01', '2025-12-31'),
  entry('newer', '2027-01-01', null),
];

test.each([
  ['2019-12-31', undefined],
  ['2020-01-01', 'old'],
  ['2025-12-31', 'old'],
  ['2026-01-01', undefined],
  ['2026-07-01', 'new'],
  ['2026-12-31', 'new'],
  ['2027-01-01', 'newer'],
])('on %s: %s', (on, value) => {
  expect(inForce(ENTRIES, day(on))?.value).toBe(value);
});
