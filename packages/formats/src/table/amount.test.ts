// Amounts as people write them: what is read, what is ambiguous, what is refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOfNumber, type DecimalMark, decimalMarkOf, readAmount } from './amount.ts';

describe('an amount', () => {
  it.each([
    ['1234.56', 123_456],
    ['1 234,56', 123_456],
    ['1\u202f234,56\u00a0€', 123_456],
    ['(12,00)', -1200],
    ['12,00-', -1200],
    ['-12,00', -1200],
    ['−12,00', -1200],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1.234.567', 123_456_700],
    ["1'234.50", 123_450],
    ['EUR 12', 1200],
    ['12EUR', 1200],
    ['$1,234.50', 123_450],
    ['0,500', 50],
    [',5', 50],
    ['12.', 1200],
    ['+3', 300],
    ['12,3400', 1234],
  ])('is read from %s whatever the column', (text, expected) => {
    for (const mark of [',', '.', null] as DecimalMark[]) {
      expect(readAmount(text, mark)).toEqual({ ok: true, cents: expected });
    }
  });

  it('is decided by its column where it may mean two things', () => {
    expect(readAmount('1,234', '.')).toEqual({ ok: true, cents: 123_400 });
    expect(readAmount('1.234', ',')).toEqual({ ok: true, cents: 123_400 });
    expect(readAmount('1,230', ',')).toEqual({ ok: true, cents: 123 });
    expect(readAmount('1,234', null)).toEqual({ ok: false, code: 'ambiguous_amount' });
  });

  it.each([
    '',
    '-',
    'douze',
    '1,2,3',
    '1.2.3',
    '12,345,6',
    '1,23.456',
    '12,345.6,7',
    '1e3',
    '#N/A',
    '(1)-',
    '--1',
    '0,567',
    '9'.repeat(30),
  ])('is refused from "%s", never zero', (text) => {
    for (const mark of [',', '.'] as DecimalMark[])
      expect(readAmount(text, mark)).toEqual({ ok: false, code: 'unreadable_amount' });
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.constantFrom<DecimalMark>(',', '.', null),
        (text, mark) => typeof readAmount(text, mark).ok === 'boolean',
      ),
    );
  });
});

describe('a column', () => {
  it.each([
    [['1 234,56', '12'], ','],
    [['1,234.56'], '.'],
    [['1.234.567'], ','],
    [['1,234', '12'], null],
    [['1,50', '1.50'], null],
    [[], null],
  ] as [string[], DecimalMark][])('of %j has the decimal mark %j', (values, expected) => {
    expect(decimalMarkOf(values)).toBe(expected);
  });
});

describe('a number cell', () => {
  it.each([
    [1234.56, 123_456, false],
    [0.1 + 0.2, 30, false],
    [1.005, 101, true],
    [-2.675, -268, true],
    [1e9 + 0.01, 100_000_000_001, false],
  ])('%f is %i cents', (value, cents, isRounded) => {
    expect(centsOfNumber(value)).toEqual({ cents, isRounded });
  });
});
