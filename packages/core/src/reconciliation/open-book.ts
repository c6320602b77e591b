// Open book: what is still open while a run goes on, by item, by customer and by amount. Applying takes from it.
import type { Currency, CustomerId } from '../kernel/index.ts';
import type { ProposedAllocation } from './decision.ts';
import type { OpenItem } from './facts.ts';
import { Shelf, type Standing } from './shelf.ts';

const shelfKey = (customerId: CustomerId, currency: Currency): string => `${customerId} ${currency}`;
const amountKey = (currency: Currency, cents: number): string => `${currency} ${cents}`;
const byAge = (a: OpenItem, b: OpenItem): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.itemId - b.itemId;

const FEW = 100;

/** Receivables that have or had an amount; put in order when first asked. */
type Bucket = { items: OpenItem[]; isSorted: boolean };

/** Built once for a run, in time linear in the items; whatever their order, it answers the same. */
export class OpenBook {
  private readonly items = new Map<number, OpenItem>();
  private readonly open = new Map<number, number>();
  private readonly shelves = new Map<string, Shelf>();
  private readonly byAmount = new Map<string, Bucket>();

  constructor(items: readonly OpenItem[]) {
    const openOf = (item: OpenItem) => this.open.get(item.itemId) ?? 0;
    for (const item of items) {
      this.items.set(item.itemId, item);
      this.open.set(item.itemId, item.openCents);
      const key = shelfKey(item.customerId, item.currency);
      const shelf = this.shelves.get(key) ?? new Shelf({ openOf, byAge });
      shelf.add(item);
      this.shelves.set(key, shelf);
      if (item.kind === 'receivable') this.index(item, item.openCents);
    }
  }

  /** An item that is still open in this currency, or null. */
  standing(itemId: number, currency: Currency): Standing | null {
    const item = this.items.get(itemId);
    const openCents = this.open.get(itemId) ?? 0;
    return item && item.currency === currency && openCents > 0 ? { item, openCents } : null;
  }

  /** A customer's open items in a currency, oldest first. */
  ofCustomer(customerId: CustomerId, currency: Currency): readonly Standing[] {
    return this.shelves.get(shelfKey(customerId, currency))?.standings() ?? [];
  }

  /** The oldest receivables, of whoever, of which exactly this is open. */
  ofAmount(cents: number, currency: Currency, most: number): Standing[] {
    const bucket = this.byAmount.get(amountKey(currency, cents));
    if (!bucket) return [];
    if (!bucket.isSorted) {
      bucket.items = [...new Set(bucket.items)].filter((item) => this.open.get(item.itemId) === cents).sort(byAge);
      bucket.isSorted = true;
    }
    const found: Standing[] = [];
    for (const item of bucket.items) {
      if (this.open.get(item.itemId) !== cents) continue;
      found.push({ item, openCents: cents });
      if (found.length === most) break;
    }
    return found;
  }

  /** Share of this book that has or had the open amount of an item besides it, 0 to 1; a small book says little. */
  shareOfAmount({ item, openCents }: Standing): number {
    const others = (this.byAmount.get(amountKey(item.currency, openCents))?.items.length ?? 1) - 1;
    return others / (this.items.size + FEW);
  }

  /** Takes what a decision applies. @throws RangeError when an item would become negative */
  apply(allocations: readonly ProposedAllocation[]): void {
    for (const { itemId, cents } of allocations) {
      const left = (this.open.get(itemId) ?? 0) - cents;
      if (left < 0) throw new RangeError(`item ${itemId}: ${cents} applied beyond what is open`);
      this.open.set(itemId, left);
      const item = this.items.get(itemId);
      if (!item) continue;
      this.shelves.get(shelfKey(item.customerId, item.currency))?.forget();
      if (left > 0 && item.kind === 'receivable') this.index(item, left);
    }
  }

  private index(item: OpenItem, cents: number): void {
    const key = amountKey(item.currency, cents);
    const there = this.byAmount.get(key);
    if (!there) this.byAmount.set(key, { items: [item], isSorted: true });
    else {
      there.items.push(item);
      there.isSorted = false;
    }
  }
}
