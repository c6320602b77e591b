// Twins of two accounts that are one: each movement met once, totals and details, and the side that stands.
import { describe, expect, it } from 'vitest';
import { cents, day } from '../../kernel/index.ts';
import { type AccountLine, findTwins, standingSide } from './find-twins.ts';
import { movementKey } from './movement-traits.ts';

const line = (transactionId: number, format: string, amount: number, more: Partial<AccountLine> = {}): AccountLine => {
  const traits = {
    ...{ bookedOn: day('2027-03-02'), cents: cents(amount), label: `VIR ${amount}` },
    ...{ bankReference: null, counterpartyName: null, endToEndId: null, creditorReference: null },
    ...more,
  };
  return { transactionId, format, key: movementKey(traits), toldAs: [], ...traits };
};

describe('twins', () => {
  it('are movements of one day and amount told by files of two formats', () => {
    const from = [line(1, 'csv', 100), line(2, 'csv', 200), line(3, 'csv', 300)];
    const into = [line(4, 'camt', 200, { label: 'AUTRE TEXTE' }), line(5, 'camt', 900)];
    expect(findTwins(from, into)).toEqual([{ from: [2], into: [4] }]);
  });

  it('meet each other once, whatever the formats', () => {
    const from = [line(1, 'csv', 100), line(2, 'mt940', 100)];
    expect(findTwins(from, [line(3, 'camt', 100)])).toEqual([{ from: [1], into: [3] }]);
    expect(findTwins(from, [line(3, 'camt', 100), line(4, 'camt', 100)])).toHaveLength(2);
  });

  it('are a total and its details', () => {
    const batch = { bankReference: 'LOT7' };
    const details = [line(2, 'camt', 100, batch), line(3, 'camt', 200, batch)];
    expect(findTwins([line(1, 'cfonb120', 300, batch)], details)).toEqual([{ from: [1], into: [2, 3] }]);
    expect(findTwins(details, [line(1, 'cfonb120', 300, batch)])).toEqual([{ from: [2, 3], into: [1] }]);
  });

  it('are none where one file told two alike', () => {
    expect(findTwins([line(1, 'csv', 100, { label: 'A' })], [line(2, 'csv', 100, { label: 'B' })])).toEqual([]);
  });
});

describe('the side that stands', () => {
  it.each([
    ['waiting', 'waiting', 'into'],
    ['matched', 'waiting', 'from'],
    ['waiting', 'matched', 'into'],
    ['matched', 'aside', 'from'],
    ['aside', 'waiting', 'from'],
    ['aside', 'matched', 'into'],
    ['aside', 'aside', 'into'],
    ['matched', 'matched', null],
  ] as const)('of %s and %s', (from, into, side) => {
    expect(standingSide(from, into)).toBe(side);
  });
});
