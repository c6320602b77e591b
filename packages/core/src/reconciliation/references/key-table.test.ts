import { describe, expect, it } from 'vitest';
import { KeyTable } from './key-table.ts';

const KEYS = '1 12 012 0012 A012 A12 A0 A 1A 000000012 0000000012 1000000012 FA2026000012 9999999999'.split(' ');

describe('a table of keys', () => {
  it.each(KEYS)('keeps %s apart from every other', (key) => {
    const table = new KeyTable();
    for (const [itemId, other] of KEYS.entries()) table.put(other, { itemId, kind: 'full' });
    expect(table.find(key)).toEqual([{ itemId: KEYS.indexOf(key), kind: 'full' }]);
    expect(table.find(`${key}7`)).toEqual([]);
  });

  it('gives the items of one key in the order they came, each once with the first kind it had', () => {
    const table = new KeyTable();
    table.put('2026118', { itemId: 7, kind: 'digits' });
    table.put('2026118', { itemId: 7, kind: 'tail' });
    table.put('2026118', { itemId: 4, kind: 'full' });
    table.put('2026118', { itemId: 4, kind: 'tail' });
    table.put('2026118', { itemId: 5, kind: 'tail' });
    expect(table.find('2026118')).toEqual([
      { itemId: 7, kind: 'digits' },
      { itemId: 4, kind: 'full' },
      { itemId: 5, kind: 'tail' },
    ]);
  });
});
