// Index of references: from any dress of a number to the open items that bear it, and the shapes that the numbers of the book have.
import type { OpenItem } from '../facts.ts';
import { type Atom, atomsOf } from './atoms.ts';
import { type KeyKind, referenceKeys, spellings } from './keys.ts';

/** Items found under a key, and how much of their number the key holds. */
export type Found = Readonly<{ itemId: number; kind: KeyKind }>;

/** Longest text worth looking up; no document number is longer. */
export const LONGEST_KEY = 35;

const NONE: readonly Found[] = [];

/** Letters as they stand, digits by their count: what tells the numbers of one series from other writings. */
export const shapeOf = (atoms: readonly Atom[]): string =>
  atoms.map(({ text, isDigits }) => (isDigits ? text.length : text)).join(' ');

/** Keys of all open items. Built once for a run: its cost is linear in the items. */
export class ReferenceIndex {
  private readonly byKey = new Map<string, Found | Found[]>();
  private readonly shapes = new Set<string>();

  constructor(items: readonly OpenItem[]) {
    for (const item of items) this.add(item);
  }

  /** The items under a key; none where nobody has it. */
  find(key: string): readonly Found[] {
    const there = this.byKey.get(key);
    if (there === undefined) return NONE;
    return Array.isArray(there) ? there : [there];
  }

  /** Whether a text has the shape of the numbers of this book, prefix included. */
  hasShape(atoms: readonly Atom[]): boolean {
    return this.shapes.has(shapeOf(atoms));
  }

  private add({ itemId, number, references }: OpenItem): void {
    const atoms = atomsOf(number);
    if (atoms[0] && !atoms[0].isDigits && atoms.length > 1) this.shapes.add(shapeOf(atoms));
    const ofKind: Partial<Record<KeyKind, Found>> = {};
    for (const { text, kind } of referenceKeys(atoms)) {
      ofKind[kind] ??= { itemId, kind };
      this.put(text, ofKind[kind]);
    }
    for (const reference of references)
      for (const text of new Set(spellings(atomsOf(reference)))) this.put(text, { itemId, kind: 'full' });
  }

  private put(key: string, found: Found): void {
    if (key === '' || key.length > LONGEST_KEY) return;
    const there = this.byKey.get(key);
    if (there === undefined) this.byKey.set(key, found);
    // An item's keys come one after the other: it can only be the last.
    else if (!Array.isArray(there)) {
      if (there.itemId !== found.itemId) this.byKey.set(key, [there, found]);
    } else if (there.at(-1)?.itemId !== found.itemId) there.push(found);
  }
}
