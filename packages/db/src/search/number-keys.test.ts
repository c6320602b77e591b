// Number keys: the same invoice, however its number is typed.
import { expect, test } from 'vitest';
import { numberKeys } from './number-keys.ts';

test.each([
  { typed: 'fa-2026-0042', among: 'FA20260042' },
  { typed: 'FA 2026/42', among: 'FA20260042' },
  { typed: 'FA2026.00042', among: 'FA202642' },
  { typed: ' 42 ', among: '0042' },
  { typed: 'F-7-B', among: 'F0007B' },
])('"$typed" is looked for as $among', ({ typed, among }) => expect(numberKeys(typed)).toContain(among));

test('as typed comes first, and nothing twice', () => {
  expect(numberKeys('F-0042')[0]).toBe('F0042');
  expect(numberKeys('F-0042')).toEqual([...new Set(numberKeys('F-0042'))]);
});

test('separators alone are nothing to look for', () => expect(numberKeys(' -/. ')).toEqual([]));
