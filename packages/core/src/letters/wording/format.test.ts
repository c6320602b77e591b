// Amounts, days, rates and lists as each language writes them.
import { describe, expect, it } from 'vitest';
import { cents, day } from '../../kernel/index.ts';
import {
  formatDay,
  formatIban,
  formatList,
  formatLongDay,
  formatMoney,
  formatRate,
  plural,
  typeset,
} from './format.ts';

describe('an amount', () => {
  it.each([
    [123456, 'EUR', 'fr', '1\u202F234,56\u00A0€'],
    [123456, 'EUR', 'en', '€1,234.56'],
    [5, 'EUR', 'fr', '0,05\u00A0€'],
    [0, 'EUR', 'en', '€0.00'],
    [-15000, 'EUR', 'fr', '-150,00\u00A0€'],
    [-15000, 'EUR', 'en', '-€150.00'],
    [100000000, 'EUR', 'fr', '1\u202F000\u202F000,00\u00A0€'],
    [99999, 'GBP', 'fr', '999,99\u00A0£'],
    [99999, 'CHF', 'fr', '999,99\u00A0CHF'],
    [99999, 'CHF', 'en', 'CHF\u00A0999.99'],
    [1500, 'JPY', 'en', 'JPY\u00A01,500'],
    [1500, 'XPF', 'fr', '1\u202F500\u00A0XPF'],
    [1234567, 'TND', 'fr', '1\u202F234,567\u00A0TND'],
  ] as const)('%i %s in %s is %s', (amount, currency, language, text) => {
    expect(formatMoney(cents(amount), currency, language)).toBe(text);
  });
});

describe('a day', () => {
  it.each([
    ['2027-03-12', '12/03/2027', '12 Mar 2027', '12\u00A0mars 2027', '12\u00A0March 2027'],
    ['2027-04-01', '01/04/2027', '1 Apr 2027', '1er\u00A0avril 2027', '1\u00A0April 2027'],
    ['2028-02-29', '29/02/2028', '29 Feb 2028', '29\u00A0février 2028', '29\u00A0February 2028'],
    ['2026-12-31', '31/12/2026', '31 Dec 2026', '31\u00A0décembre 2026', '31\u00A0December 2026'],
  ] as const)('%s', (on, fr, en, longFr, longEn) => {
    expect(formatDay(day(on), 'fr')).toBe(fr);
    expect(formatDay(day(on), 'en')).toBe(en);
    expect(formatLongDay(day(on), 'fr')).toBe(longFr);
    expect(formatLongDay(day(on), 'en')).toBe(longEn);
  });
});

describe('small words', () => {
  it('agree: French is singular at 0 and 1, English at 1', () => {
    expect([0, 1, 2].map((n) => plural(n, 'jour', 'jours', 'fr'))).toEqual(['jour', 'jour', 'jours']);
    expect([0, 1, 2].map((n) => plural(n, 'day', 'days', 'en'))).toEqual(['days', 'day', 'days']);
  });

  it('join lists', () => {
    expect(formatList([], 'fr')).toBe('');
    expect(formatList(['a'], 'fr')).toBe('a');
    expect(formatList(['a', 'b', 'c'], 'fr')).toBe('a, b et c');
    expect(formatList(['a', 'b'], 'en')).toBe('a and b');
  });

  it('print rates and account numbers', () => {
    expect(formatRate(12.4, 'fr')).toBe('12,40\u00A0%');
    expect(formatRate(12.4, 'en')).toBe('12.40%');
    expect(formatIban('fr76 30006000011234567890189')).toBe(
      'FR76\u00A03000\u00A06000\u00A00112\u00A03456\u00A07890\u00A0189',
    );
  });

  it('never leave a French sign alone at a line start', () => {
    expect(typeset('« Oui » : 5 % ; non ?', 'fr')).toBe('«\u00A0Oui\u00A0»\u00A0: 5\u00A0%\u00A0; non\u00A0?');
    expect(typeset('Yes : no', 'en')).toBe('Yes : no');
  });
});
