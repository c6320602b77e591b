// Shelf: what one customer has open in one currency, worked out when asked and forgotten when something is applied.
import type { OpenItem } from './facts.ts';

/** An item with what is left of it now. */
export type Standing = Readonly<{ item: OpenItem; openCents: number }>;

/** Signed: what the item adds to what a payment may settle. */
export const signed = ({ item, openCents }: Standing): number => (item.kind === 'receivable' ? openCents : -openCents);

type Ways = Readonly<{ openOf: (item: OpenItem) => number; byAge: (a: OpenItem, b: OpenItem) => number }>;

/** The items of a customer in a currency. */
export class Shelf {
  private items: OpenItem[] = [];
  private isSorted = true;
  private open: readonly Standing[] | null = null;
  private readonly ways: Ways;

  constructor(ways: Ways) {
    this.ways = ways;
  }

  /** Puts an item there; before the first question. */
  add(item: OpenItem): void {
    this.items.push(item);
    this.isSorted = false;
  }

  /** Something was applied to one of the items. */
  forget(): void {
    this.open = null;
  }

  /** What is open now, oldest first. */
  standings(): readonly Standing[] {
    if (this.open) return this.open;
    if (!this.isSorted) this.items.sort(this.ways.byAge);
    this.isSorted = true;
    const standings: Standing[] = [];
    for (const item of this.items) {
      const openCents = this.ways.openOf(item);
      if (openCents > 0) standings.push({ item, openCents });
    }
    // What is settled stays settled: the next question need not look at it.
    this.items = standings.map(({ item }) => item);
    this.open = standings;
    return standings;
  }
}
