// Index of references: from any dress of a number to the open items that bear it.
import type { OpenItem } from '../facts.ts';
import { atomsOf } from './atoms.ts';
import { type KeyKind, referenceKeys, spellings } from './keys.ts';

/** Items found under a key, and how much of their number the key holds. */
export type Found = Readonly<{ itemId: number; kind: KeyKind }>;

/** Longest text worth looking up; no document number is longer. */
export const LONGEST_KEY = 35;

/** Keys of all open items. Built once for a run: its cost is linear in the items. */
export class ReferenceIndex {
  private readonly byKey = new Map<string, Found[]>();

  constructor(items: readonly OpenItem[]) {
    for (const item of items) this.add(item);
  }

  /** The items under a key; none where nobody has it. */
  find(key: string): readonly Found[] {
    return this.byKey.get(key) ?? [];
  }

  private add({ itemId, number, references }: OpenItem): void {
    for (const { text, kind } of referenceKeys(number)) this.put(text, { itemId, kind });
    for (const reference of references)
      for (const text of new Set(spellings(atomsOf(reference)))) this.put(text, { itemId, kind: 'full' });
  }

  private put(key: string, found: Found): void {
    if (key === '' || key.length > LONGEST_KEY) return;
    const there = this.byKey.get(key);
    if (there === undefined) this.byKey.set(key, [found]);
    else if (!there.some(({ itemId }) => itemId === found.itemId)) there.push(found);
  }
}
