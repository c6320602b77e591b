// Nearest numbers: which of a customer's numbers a mistyped one means. Two edits leave one third of a number whole, and that finds it.
import type { OpenItem } from '../facts.ts';
import { type Atom, atomsOf } from '../references/atoms.ts';
import { referenceKeys, spellings } from '../references/keys.ts';
import { EditMeter } from './edit-meter.ts';

/** Shorter numbers are near too many others. */
const SHORTEST = 8;
const MOST_EDITS = 2;
const PARTS = MOST_EDITS + 1;
const MOST_ATOMS = 4;
const FIVE_DIGITS = /(?:\d\D*){5}/;

type Key = Readonly<{ text: string; itemId: number; number: string }>;
type Part = Readonly<{ at: number; text: string }>;

const partsOf = (text: string): Part[] => {
  const size = Math.ceil(text.length / PARTS);
  return Array.from({ length: PARTS }, (_, index) => ({
    at: index * size,
    text: text.slice(index * size, (index + 1) * size),
  }));
};

/** So many keys are compared one by one; more are found by their parts. */
const FEW = 150;

/** Keys of some items; where they are many, by their parts. */
export class NearIndex {
  private readonly keys: Key[] = [];
  /** Length of the key, then where the part stands in it, then the part. */
  private readonly byLength = new Map<number, Map<number, Map<string, Key[]>>>();

  constructor(items: readonly OpenItem[]) {
    for (const { itemId, number, references } of items) {
      const texts = [
        ...referenceKeys(atomsOf(number)).flatMap(({ text, kind }) => (kind === 'tail' ? [] : [text])),
        ...references.map((reference) => spellings(atomsOf(reference))[0]),
      ];
      for (const text of new Set(texts)) if (text.length >= SHORTEST) this.keys.push({ text, itemId, number });
    }
    if (this.keys.length > FEW) for (const key of this.keys) this.add(key);
  }

  /** Items whose number is the nearest to a run of characters; none where two numbers are as near. */
  nearest(run: string): Readonly<{ itemIds: readonly number[]; edits: number }> {
    let least = MOST_EDITS + 1;
    let found: Key[] = [];
    const meter = new EditMeter(run);
    for (const key of this.candidates(run)) {
      const edits = meter.distance(key.text, Math.min(MOST_EDITS, least));
      if (edits > MOST_EDITS || edits > least) continue;
      found = edits < least ? [key] : [...found, key];
      least = edits;
    }
    const isOne = new Set(found.map(({ number }) => number)).size === 1;
    return { itemIds: isOne ? [...new Set(found.map(({ itemId }) => itemId))] : [], edits: least };
  }

  private add(key: Key): void {
    const byPlace = this.byLength.get(key.text.length) ?? new Map<number, Map<string, Key[]>>();
    this.byLength.set(key.text.length, byPlace);
    for (const { at, text } of partsOf(key.text)) {
      const byText = byPlace.get(at) ?? new Map<string, Key[]>();
      byPlace.set(at, byText);
      const there = byText.get(text);
      if (there) there.push(key);
      else byText.set(text, [key]);
    }
  }

  private candidates(run: string): Iterable<Key> {
    if (this.keys.length <= FEW) return this.keys;
    const keys = new Set<Key>();
    for (let length = run.length - MOST_EDITS; length <= run.length + MOST_EDITS; length++) {
      const size = Math.ceil(length / PARTS);
      for (const [at, byText] of this.byLength.get(length) ?? [])
        for (let from = Math.max(0, at - MOST_EDITS); from <= at + MOST_EDITS; from++)
          for (const key of byText.get(run.slice(from, from + Math.min(size, length - at))) ?? []) keys.add(key);
    }
    return keys;
  }
}

/** Runs of atoms long enough to be a number, with the atoms they are made of. */
export function longRuns(atoms: readonly Atom[]): { text: string; from: number; to: number }[] {
  const runs: { text: string; from: number; to: number }[] = [];
  atoms.forEach((first, at) => {
    for (let last = at; last < Math.min(atoms.length, at + MOST_ATOMS); last++) {
      const end = atoms[last];
      const text = atoms
        .slice(at, last + 1)
        .map((atom) => atom.text)
        .join('');
      if (end && text.length >= SHORTEST - MOST_EDITS && FIVE_DIGITS.test(text))
        runs.push({ text, from: first.from, to: end.to });
    }
  });
  return runs;
}
