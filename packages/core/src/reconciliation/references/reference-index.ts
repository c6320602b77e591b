// Index of references: from any dress of a number to the open items that bear it, and the shapes that the numbers of the book have.
import type { OpenItem } from '../facts.ts';
import { type Atom, atomsOf } from './atoms.ts';
import { type Found, KeyTable } from './key-table.ts';
import { type KeyKind, referenceKeys, spellings } from './keys.ts';

/** A document as its number is written, with the references it may be quoted by. */
export type Numbered = Pick<OpenItem, 'itemId' | 'number' | 'references'>;

/** Longest text worth looking up; no document number is longer. */
export const LONGEST_KEY = 35;

/** Letters as they stand, digits by their count: what tells the numbers of one series from other writings. */
const shapeOf = (atoms: readonly Atom[]): string =>
  atoms.map(({ text, isDigits }) => (isDigits ? text.length : text)).join(' ');
/** The same, digits however many. */
const outlineOf = (atoms: readonly Atom[]): string =>
  atoms.map(({ text, isDigits }) => (isDigits ? '#' : text)).join(' ');

/** The same shape, told without writing it. */
const areAlike = (some: readonly Atom[], others: readonly Atom[]): boolean =>
  some.length === others.length &&
  some.every(({ text, isDigits }, at) => {
    const other = others[at] as Atom;
    return isDigits === other.isDigits && (isDigits ? text.length === other.text.length : text === other.text);
  });

/** How much a text looks like the numbers of a book. */
export type Likeness = 'shape' | 'outline';

/** Keys of all open items, and of settled ones that a text may write. Filled once for a run: its cost is linear in the items. */
export class ReferenceIndex {
  private readonly byKey = new KeyTable();
  private readonly shapes = new Set<string>();
  /** Numbers come one after the other: most have the shape of the one before. */
  private before: readonly Atom[] = [];

  /** Puts an item's keys there; before the first question. */
  add({ itemId, number, references }: Numbered): void {
    const atoms = atomsOf(number);
    if (!areAlike(atoms, this.before)) this.learnShape(atoms);
    this.before = atoms;
    for (const { text, kind } of referenceKeys(atoms)) this.put(text, itemId, kind);
    for (const reference of references)
      for (const text of new Set(spellings(atomsOf(reference)))) this.put(text, itemId, 'full');
  }

  /** The items under a key; none where nobody has it. */
  find(key: string): readonly Found[] {
    return this.byKey.find(key);
  }

  /** Whether a text has the shape of the numbers of this book, prefix included; or all of it but the count of its figures. */
  likeness(atoms: readonly Atom[]): Likeness | null {
    if (this.shapes.has(shapeOf(atoms))) return 'shape';
    return this.shapes.has(outlineOf(atoms)) ? 'outline' : null;
  }

  private learnShape(atoms: readonly Atom[]): void {
    if (atoms[0] && !atoms[0].isDigits && atoms.length > 1) this.shapes.add(shapeOf(atoms)).add(outlineOf(atoms));
  }

  private put(key: string, itemId: number, kind: KeyKind): void {
    if (key !== '' && key.length <= LONGEST_KEY) this.byKey.put(key, { itemId, kind });
  }
}
