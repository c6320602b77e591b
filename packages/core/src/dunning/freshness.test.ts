// Freshness: counted in worked days from the last day that the books speak of.
import { expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import type { CompanyFacts } from './facts.ts';
import { freshUntil } from './freshness.ts';
import { DEFAULT_POLICY } from './scenarios/default-policy.ts';

const company = (freshnessWorkedDays: number | null, lastSourceOn: string | null): CompanyFacts => ({
  policy: { ...DEFAULT_POLICY, freshnessWorkedDays },
  calendar: { alsaceMoselle: false, closedDays: [] },
  lastSourceOn: lastSourceOn === null ? null : day(lastSourceOn),
});

test.each([
  { says: 'no limit, no end', limit: null, last: '2026-11-20', want: null },
  { says: 'nothing brought in is never fresh', limit: 3, last: null, want: 'never' },
  { says: 'three worked days after a Friday end on Wednesday', limit: 3, last: '2026-11-20', want: '2026-11-25' },
  { says: 'a holiday does not count', limit: 1, last: '2026-11-10', want: '2026-11-12' },
])('$says', ({ limit, last, want }) => expect(freshUntil(company(limit, last))).toBe(want));
