// Open book: what is still open while a run goes on, by item, by customer and by amount. Applying takes from it.
import type { Currency, CustomerId } from '../kernel/index.ts';
import type { ProposedAllocation } from './decision.ts';
import type { OpenItem } from './facts.ts';

/** An item with what is left of it now. */
export type Standing = Readonly<{ item: OpenItem; openCents: number }>;

const amountKey = (currency: Currency, cents: number): string => `${currency} ${cents}`;
const byAge = (a: OpenItem, b: OpenItem): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.itemId - b.itemId;

/** Built once for a run. */
export class OpenBook {
  private readonly items = new Map<number, OpenItem>();
  private readonly open = new Map<number, number>();
  private readonly byCustomer = new Map<CustomerId, OpenItem[]>();
  private readonly byAmount = new Map<string, number[]>();

  constructor(items: readonly OpenItem[]) {
    for (const item of items.toSorted(byAge)) {
      this.items.set(item.itemId, item);
      this.open.set(item.itemId, item.openCents);
      const there = this.byCustomer.get(item.customerId);
      if (there) there.push(item);
      else this.byCustomer.set(item.customerId, [item]);
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
  ofCustomer(customerId: CustomerId, currency: Currency): Standing[] {
    return (this.byCustomer.get(customerId) ?? [])
      .map(({ itemId }) => this.standing(itemId, currency))
      .filter((standing) => standing !== null);
  }

  /** The first receivables, of whoever, of which exactly this is open. */
  ofAmount(cents: number, currency: Currency, most: number): Standing[] {
    const found: Standing[] = [];
    for (const itemId of new Set(this.byAmount.get(amountKey(currency, cents)))) {
      const standing = this.standing(itemId, currency);
      if (standing?.openCents === cents) found.push(standing);
      if (found.length === most) break;
    }
    return found;
  }

  /** Takes what a decision applies. @throws RangeError when an item would become negative */
  apply(allocations: readonly ProposedAllocation[]): void {
    for (const { itemId, cents } of allocations) {
      const left = (this.open.get(itemId) ?? 0) - cents;
      if (left < 0) throw new RangeError(`item ${itemId}: ${cents} applied beyond what is open`);
      this.open.set(itemId, left);
      const item = this.items.get(itemId);
      if (left > 0 && item?.kind === 'receivable') this.index(item, left);
    }
  }

  private index({ itemId, currency }: OpenItem, cents: number): void {
    const key = amountKey(currency, cents);
    const there = this.byAmount.get(key);
    if (there) there.push(itemId);
    else this.byAmount.set(key, [itemId]);
  }
}
