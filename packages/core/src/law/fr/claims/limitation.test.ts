// Limitation: last days to sue by kind of debtor, and the due days a warning looks for.
import { describe, expect, test } from 'vitest';
import { day } from '../../../kernel/index.ts';
import { dueDaysEnding, endingsBetween, limitationDay } from './limitation.ts';

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

  test.each([
    // Due on 28 and on 29 February 2024: both end on 28 February 2026. Due on 28 February 2026: ends the day before 29 February 2028.
    { on: '2026-02-28', from: '2024-02-28', to: '2024-02-29' },
    { on: '2028-02-28', from: '2026-02-28', to: '2026-02-28' },
    { on: '2028-03-01', from: '2026-03-01', to: '2026-03-01' },
  ] as const)('of a consumer on $on alone were due from $from to $to', ({ on, from, to }) =>
    expect(dueDaysEnding('consumer', day(on), day(on))).toEqual({ from, to }),
  );

  test('of a consumer on 29 February are none: two years before, no such day was', () => {
    const { from, to } = dueDaysEnding('consumer', day('2028-02-29'), day('2028-02-29'));
    expect(from > to).toBe(true);
  });

  test('of a public body are none where no year ends in between', () => {
    const { from, to } = dueDaysEnding('public', day('2026-03-01'), day('2026-05-30'));
    expect(from > to).toBe(true);
  });
});

test('each day tells which claims end on it', () =>
  expect(endingsBetween(day('2026-12-31'), day('2027-01-01'))).toEqual([
    { kind: 'business', dueFrom: '2021-12-31', dueTo: '2021-12-31', on: '2026-12-31' },
    { kind: 'consumer', dueFrom: '2024-12-31', dueTo: '2024-12-31', on: '2026-12-31' },
    { kind: 'public', dueFrom: '2022-01-01', dueTo: '2022-12-31', on: '2026-12-31' },
    { kind: 'business', dueFrom: '2022-01-01', dueTo: '2022-01-01', on: '2027-01-01' },
    { kind: 'consumer', dueFrom: '2025-01-01', dueTo: '2025-01-01', on: '2027-01-01' },
  ]));
