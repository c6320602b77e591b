// Distances between texts, against a plain table (optimal string alignment: insertion, deletion, substitution, swap of neighbours).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditMeter } from './edit-meter.ts';

/** The textbook table, cell by cell. */
function byTable(a: string, b: string): number {
  const cells = new Map<string, number>();
  const at = (i: number, j: number): number => cells.get(`${i} ${j}`) ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      const ways = i === 0 && j === 0 ? [0] : [at(i - 1, j) + 1, at(i, j - 1) + 1];
      if (i > 0 && j > 0) ways.push(at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1);
      cells.set(`${i} ${j}`, Math.min(...ways));
    }
  return at(a.length, b.length);
}

const text = fc
  .array(fc.constantFrom('A', 'B', '0', '1', '2'), { minLength: 1, maxLength: 31 })
  .map((list) => list.join(''));

describe('the edit meter', () => {
  it.each([
    ['2026118', '2026118', 0],
    ['2026118', '2026181', 1],
    ['2026118', '202618', 1],
    ['2026118', '2027119', 2],
    ['2026118', '9999999', 3],
  ])('%s to %s: %i edits, three meaning too many', (a, b, expected) => {
    expect(new EditMeter(a).distance(b, 2)).toBe(expected);
  });
  it('counts as the table does', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(new EditMeter(a).distance(b, 40)).toBe(byTable(a, b));
      }),
    );
  });
});
