// Shelf: what one customer has open in one currency, worked out when asked and forgotten when something is applied.
import type { Currency } from '../kernel/index.ts';
import type { OpenItem } from './facts.ts';

/** An item with what is left of it now. */
export type Standing = Readonly<{ item: OpenItem; openCents: number }>;

/** Signed: what the item adds to what a payment may settle. */
export const signed = ({ item, openCents }: Standing): number => (item.kind === 'receivable' ? openCents : -openCents);

/** Where an item stands now; another standing takes its place when something is applied. */
export type Slot = { now: Standing };

/** Oldest first; the order of the facts never shows. */
export const byAge = (a: OpenItem, b: OpenItem): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.itemId - b.itemId;

/** The items of a customer in a currency. */
export class Shelf {
  readonly currency: Currency;
  private readonly slots: Slot[] = [];
  /** Those not settled when last asked, oldest first; null before the first question. */
  private left: Slot[] | null = null;
  private open: readonly Standing[] | null = null;

  constructor(currency: Currency) {
    this.currency = currency;
  }

  /** Puts an item there; before the first question. */
  add(slot: Slot): void {
    this.slots.push(slot);
  }

  /** Something was applied to one of the items. */
  forget(): void {
    this.open = null;
  }

  /** Every item that was put there, settled or not. */
  items(): OpenItem[] {
    return this.slots.map(({ now }) => now.item);
  }

  /** What is open now, oldest first. */
  standings(): readonly Standing[] {
    if (this.open) return this.open;
    const left: Slot[] = [];
    const open: Standing[] = [];
    for (const slot of this.left ?? this.slots.toSorted((a, b) => byAge(a.now.item, b.now.item))) {
      // What is settled stays settled: the next question need not look at it.
      if (slot.now.openCents <= 0) continue;
      left.push(slot);
      open.push(slot.now);
    }
    this.left = left;
    this.open = open;
    return this.open;
  }
}
