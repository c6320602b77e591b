// Limitation: last days to sue by kind of debtor, and the due days a warning looks for.
import { describe, expect, test } from 'vitest';
import { day } from '../../../kernel/index.ts';
import { dueDaysEnding, limitationDay } from './limitation.ts';

test.each([
  { kind: 'business', due: '2021-11-30', last: '2026-11-30' },
  { kind: 'consumer', due: '2024-02-29', last: '2026-02-28' },
  { kind: 'public', due: '2022-01-01', last: '2026-12-31' },
  { kind: 'public', due: '2022-12-31', last: '2026-12-31' },
] as const)('a claim on a $kind due $due can be sued on until $last', ({ kind, due, last }) =>
  expect(limitationDay(day(due), kind)).toBe(last),
);

describe('claims that end between 22 November 2026 and 20 February 2027', () => {
  test.each([
    { kind: 'business', from: '2021-11-22', to: '2022-02-20' },
    { kind: 'consumer', from: '2024-11-22', to: '2025-02-20' },
    { kind: 'public', from: '2022-01-01', to: '2022-12-31' },
  ] as const)('of a $kind were due from $from to $to', ({ kind, from, to }) =>
    expect(dueDaysEnding(kind, day('2026-11-22'), day('2027-02-20'))).toEqual({ from, to }),
  );

  test('of a public body are none where no year ends in between', () => {
    const { from, to } = dueDaysEnding('public', day('2026-03-01'), day('2026-05-30'));
    expect(from > to).toBe(true);
  });
});
