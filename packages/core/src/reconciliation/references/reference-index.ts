// Index of references: from any dress of a number to the open items that bear it, and the shapes that the numbers of the book have.
import type { OpenItem } from '../facts.ts';

/** A document as its number is written, with the references it may be quoted by. */
export type Numbered = Pick<OpenItem, 'itemId' | 'number' | 'references'>;

import { type Atom, atomsOf } from './atoms.ts';
import { type KeyKind, referenceKeys, spellings } from './keys.ts';

/** Items found under a key, and how much of their number the key holds. */
export type Found = Readonly<{ itemId: number; kind: KeyKind }>;

/** Longest text worth looking up; no document number is longer. */
export const LONGEST_KEY = 35;

const NONE: readonly Found[] = [];

/** A find as one number, so that a large book is a few million small ones less: the item, then the place of its kind in this list. */
type Packed = number;
const KINDS: readonly KeyKind[] = ['full', 'digits', 'tail'];
const itemOf = (packed: Packed): number => Math.floor(packed / KINDS.length);
const pack = (itemId: number, kind: KeyKind): Packed => itemId * KINDS.length + KINDS.indexOf(kind);
const unpack = (packed: Packed): Found => ({
  itemId: itemOf(packed),
  kind: KINDS[packed - itemOf(packed) * KINDS.length] as KeyKind,
});

/** Letters as they stand, digits by their count: what tells the numbers of one series from other writings. */
const shapeOf = (atoms: readonly Atom[]): string =>
  atoms.map(({ text, isDigits }) => (isDigits ? text.length : text)).join(' ');
/** The same, digits however many. */
const outlineOf = (atoms: readonly Atom[]): string =>
  atoms.map(({ text, isDigits }) => (isDigits ? '#' : text)).join(' ');

/** How much a text looks like the numbers of a book. */
export type Likeness = 'shape' | 'outline';

/** Keys of all open items, and of settled ones that a text may write. Filled once for a run: its cost is linear in the items. */
export class ReferenceIndex {
  private readonly byKey = new Map<string, Packed | Packed[]>();
  private readonly shapes = new Set<string>();

  /** Puts an item's keys there; before the first question. */
  add({ itemId, number, references }: Numbered): void {
    const atoms = atomsOf(number);
    if (atoms[0] && !atoms[0].isDigits && atoms.length > 1) this.shapes.add(shapeOf(atoms)).add(outlineOf(atoms));
    for (const { text, kind } of referenceKeys(atoms)) this.put(text, itemId, kind);
    for (const reference of references)
      for (const text of new Set(spellings(atomsOf(reference)))) this.put(text, itemId, 'full');
  }

  /** The items under a key; none where nobody has it. */
  find(key: string): readonly Found[] {
    const there = this.byKey.get(key);
    if (there === undefined) return NONE;
    return typeof there === 'number' ? [unpack(there)] : there.map(unpack);
  }

  /** Whether a text has the shape of the numbers of this book, prefix included; or all of it but the count of its figures. */
  likeness(atoms: readonly Atom[]): Likeness | null {
    if (this.shapes.has(shapeOf(atoms))) return 'shape';
    return this.shapes.has(outlineOf(atoms)) ? 'outline' : null;
  }

  private put(key: string, itemId: number, kind: KeyKind): void {
    if (key === '' || key.length > LONGEST_KEY) return;
    const there = this.byKey.get(key);
    if (there === undefined) this.byKey.set(key, pack(itemId, kind));
    // An item's keys come one after the other: it can only be the last.
    else if (typeof there === 'number') {
      if (itemOf(there) !== itemId) this.byKey.set(key, [there, pack(itemId, kind)]);
    } else if (itemOf(there.at(-1) ?? 0) !== itemId) there.push(pack(itemId, kind));
  }
}
