// Comparing tellings by tables: what proves one account, what proves two, what proves nothing.
import { describe, expect, it } from 'vitest';
import { cents, day } from '../../kernel/index.ts';
import { compareTellings } from './compare-tellings.ts';
import type { MovementTraits } from './movement-traits.ts';

/** `3:50000 ALPHA` is 500,00 on 3 March, ALPHA its text. */
const list = (...lines: string[]): MovementTraits[] =>
  lines.map((line) => {
    const [, on = '', amount = '', label = ''] = /^(\d+):(-?\d+) ?(.*)$/.exec(line) ?? [];
    return {
      ...{ bookedOn: day(`2027-03-${on.padStart(2, '0')}`), cents: cents(Number(amount)), label },
      ...{ bankReference: null, counterpartyName: null, endToEndId: null, creditorReference: null },
    };
  });

describe('two tellings', () => {
  it.each([
    [
      'three movements met, all of the shorter list',
      ['1:100', '2:200', '3:300', '4:400'],
      ['1:100', '2:200', '3:300'],
      'same',
    ],
    [
      'three met of four: one is told as a total elsewhere',
      ['1:100', '2:200', '3:300', '3:9'],
      ['1:100', '2:200', '3:300', '3:7'],
      'same',
    ],
    ['one receipt met, in words of which one is shared', ['1:100 VIR ALPHA SARL'], ['1:100 ALPHA'], 'same'],
    ['one receipt met, no word shared', ['1:100 ALPHA'], ['1:100 BRAVO'], 'unsure'],
    ['charges met: every account has them', ['1:-100 FRAIS TENUE'], ['1:-100 FRAIS TENUE'], 'unsure'],
    ['one met of two', ['1:100 ALPHA', '1:300'], ['1:100 ALPHA', '1:500'], 'unsure'],
    ['dated two days apart', ['1:100', '3:700'], ['3:100', '1:900'], 'unsure'],
    ['nothing in common on the days of both', ['1:100', '5:300'], ['1:900', '5:700'], 'other'],
    ['the sign tells in from out', ['1:100', '2:200'], ['1:-100', '2:-200'], 'other'],
    ['one day after the other', ['1:100', '2:200'], ['3:100', '4:200'], 'apart'],
    ['days of both on which one is silent', ['1:100', '9:200'], ['4:100', '5:200'], 'apart'],
    ['nothing to compare', [], ['1:100'], 'apart'],
  ])('%s', (_, ours, theirs, expected) => {
    expect(compareTellings(list(...ours), list(...theirs))).toBe(expected);
    expect(compareTellings(list(...theirs), list(...ours))).toBe(expected);
  });

  it('meet each movement once: two equal receipts are not one', () => {
    const [two, one] = [list('1:100', '1:100', '1:100'), list('1:100')];
    expect(compareTellings(two, one)).toBe('unsure');
    expect(compareTellings(two, two)).toBe('same');
  });
});
