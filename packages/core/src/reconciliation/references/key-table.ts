// Table of keys: items under texts. A book has half a million keys, alike but for their figures: figures are kept as numbers.
import type { KeyKind } from './keys.ts';

/** Items found under a key, and how much of their number the key holds. */
export type Found = Readonly<{ itemId: number; kind: KeyKind }>;

/** A find as one number: the item, then the place of its kind in this list. */
type Packed = number;
const KINDS: readonly KeyKind[] = ['full', 'digits', 'tail'];
const itemOf = (packed: Packed): number => Math.floor(packed / KINDS.length);
const pack = (itemId: number, kind: KeyKind): Packed => itemId * KINDS.length + KINDS.indexOf(kind);
const unpack = (packed: Packed): Found => ({
  itemId: itemOf(packed),
  kind: KINDS[packed - itemOf(packed) * KINDS.length] as KeyKind,
});

/** Figures at the end of a key that are kept as a number: fewer are not worth it, more are too large. */
const FEWEST_FIGURES = 3;
const MOST_FIGURES = 9;
const [ZERO, NINE] = [0x30, 0x39];

/** How many characters stand before the figures at the end; all of them where those are few. */
function headLength(text: string): number {
  const least = Math.max(0, text.length - MOST_FIGURES);
  let at = text.length;
  while (at > least) {
    const code = text.charCodeAt(at - 1);
    if (code < ZERO || code > NINE) break;
    at -= 1;
  }
  return text.length - at < FEWEST_FIGURES ? text.length : at;
}

/** The figures from a place on, with a one before them: zeros at their head count. */
function figuresOf(text: string, from: number): number {
  let value = 1;
  for (let at = from; at < text.length; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

type Cells<K> = Map<K, Packed | Packed[]>;

/** An item has a key once, the first kind given; its keys come one after the other, so it can only be the last. */
function putIn<K>(cells: Cells<K>, key: K, { itemId, kind }: Found): void {
  const there = cells.get(key);
  if (there === undefined) cells.set(key, pack(itemId, kind));
  else if (typeof there === 'number') {
    if (itemOf(there) !== itemId) cells.set(key, [there, pack(itemId, kind)]);
  } else if (itemOf(there.at(-1) as Packed) !== itemId) there.push(pack(itemId, kind));
}

const NONE: readonly Found[] = [];

/** Items under keys, several under one in the order they came. */
export class KeyTable {
  private readonly byText: Cells<string> = new Map();
  private readonly byHead = new Map<string, Cells<number>>();

  /** The items under a key; none where nobody has it. */
  find(key: string): readonly Found[] {
    const length = headLength(key);
    const there =
      length === key.length ? this.byText.get(key) : this.byHead.get(key.slice(0, length))?.get(figuresOf(key, length));
    if (there === undefined) return NONE;
    return typeof there === 'number' ? [unpack(there)] : there.map(unpack);
  }

  /** Puts an item under a key. */
  put(key: string, found: Found): void {
    const length = headLength(key);
    if (length === key.length) putIn(this.byText, key, found);
    else putIn(this.under(key.slice(0, length)), figuresOf(key, length), found);
  }

  private under(head: string): Cells<number> {
    const there = this.byHead.get(head);
    if (there) return there;
    const made: Cells<number> = new Map();
    this.byHead.set(head, made);
    return made;
  }
}
