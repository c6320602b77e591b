// Line diff: which lines a text lost and won against another, by the longest common subsequence.

/** A line of the comparison. */
export type DiffLine = Readonly<{ kind: 'same' | 'gone' | 'new'; text: string }>;

/** Lengths of the longest common subsequences of the ends of both texts. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[];
      const below = table[i + 1] as number[];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}

/** Lines of both texts in order; what was replaced is told as gone, then new. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const table = lengths(a, b);
  const all: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      all.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      all.push({ kind: 'gone', text: a[i] ?? '' });
      i += 1;
    } else {
      all.push({ kind: 'new', text: b[j] ?? '' });
      j += 1;
    }
  }
  return all;
}
