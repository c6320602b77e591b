// Numbers run together: digits that known numbers fill without a gap, each in full.
import type { Atom } from './atoms.ts';
import type { Mention } from './mention.ts';
import { LONGEST_KEY, type ReferenceIndex } from './reference-index.ts';

const SHORTEST_NUMBER = 6;
const SHORTEST_RUN = 2 * SHORTEST_NUMBER;
const LONGEST_RUN = 120;

/** The mentions that fill a run of digits; null where they do not. Each place is tried once: the cost is linear in the run. */
export function runTogether({ text, from, isDigits }: Atom, index: ReferenceIndex): Mention[] | null {
  if (!isDigits || text.length < SHORTEST_RUN || text.length > LONGEST_RUN) return null;
  const dead = new Set<number>();
  const tiled = (at: number): Mention[] | null => {
    if (at === text.length) return [];
    if (dead.has(at)) return null;
    for (let end = at + SHORTEST_NUMBER; end <= Math.min(text.length, at + LONGEST_KEY); end++) {
      const found = index.find(text.slice(at, end)).filter(({ kind }) => kind !== 'tail');
      const rest = found.length > 0 ? tiled(end) : null;
      if (rest === null) continue;
      const span = { from: from + at, to: from + end };
      const itemIds = found.map(({ itemId }) => itemId);
      return [{ itemIds, kind: 'strong', span, key: text.slice(at, end) }, ...rest];
    }
    dead.add(at);
    return null;
  };
  return tiled(0);
}
