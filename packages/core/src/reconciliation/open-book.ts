// Open book: what is still open while a run goes on, by item, by customer and by amount. Applying takes from it.
import type { Currency, CustomerId } from '../kernel/index.ts';
import type { ProposedAllocation } from './decision.ts';
import type { OpenItem, SettledDocument } from './facts.ts';
import { byAge, Shelf, type Slot, type Standing } from './shelf.ts';

const FEW = 100;

/** In the reference index a settled document has the id -1, -2, ... by its place. */
export const settledId = (place: number): number => -1 - place;
const settledPlace = (itemId: number): number => -1 - itemId;

/** Filled once for a run, in time linear in the items; whatever their order, it answers the same. */
export class OpenBook {
  private readonly slots = new Map<number, Slot>();
  private readonly shelves = new Map<CustomerId, Shelf[]>();
  /** Receivables that have or had an amount; put in order when first asked. */
  private readonly byAmount = new Map<Currency, Map<number, OpenItem[]>>();
  private readonly inOrder = new Set<readonly OpenItem[]>();
  private readonly settled: readonly SettledDocument[];

  constructor(settled: readonly SettledDocument[] = []) {
    this.settled = settled;
  }

  /** Puts an item into the book; before the first question. */
  add(item: OpenItem): void {
    const slot: Slot = { now: { item, openCents: item.openCents } };
    this.slots.set(item.itemId, slot);
    const there = this.shelfOf(item.customerId, item.currency);
    const shelf = there ?? new Shelf(item.currency);
    if (!there) this.shelves.set(item.customerId, [...(this.shelves.get(item.customerId) ?? []), shelf]);
    shelf.add(slot);
    if (item.kind === 'receivable') this.index(item, item.openCents);
  }

  /** Whose document an id of the reference index is. */
  ownerOf(itemId: number): CustomerId | undefined {
    return (itemId < 0 ? this.settled[settledPlace(itemId)] : this.slots.get(itemId)?.now.item)?.customerId;
  }

  /** Whether nothing is open of a document any more, since before or by what this run applied. */
  isSettled(itemId: number): boolean {
    return (this.slots.get(itemId)?.now.openCents ?? 0) === 0;
  }

  /** An item that is still open in this currency, or null. */
  standing(itemId: number, currency: Currency): Standing | null {
    const now = this.slots.get(itemId)?.now;
    return now && now.item.currency === currency && now.openCents > 0 ? now : null;
  }

  /** A customer's open items in a currency, oldest first. */
  ofCustomer(customerId: CustomerId, currency: Currency): readonly Standing[] {
    return this.shelfOf(customerId, currency)?.standings() ?? [];
  }

  /** All items of a customer, as they were learned, settled or not. */
  itemsOf(customerId: CustomerId): OpenItem[] {
    return (this.shelves.get(customerId) ?? []).flatMap((shelf) => shelf.items());
  }

  /** The oldest receivables, of whoever, of which exactly this is open. */
  ofAmount(cents: number, currency: Currency, most: number): Standing[] {
    const found: Standing[] = [];
    for (const standing of this.exactly(cents, currency)) {
      found.push(standing);
      if (found.length === most) break;
    }
    return found;
  }

  /** A customer's receivables of which exactly this is open, oldest first. */
  ofCustomerAmount(customerId: CustomerId, cents: number, currency: Currency): readonly Standing[] {
    const have = this.byAmount.get(currency)?.get(cents)?.length ?? 0;
    if (have > FEW)
      return this.ofCustomer(customerId, currency).filter(
        ({ item, openCents }) => openCents === cents && item.kind === 'receivable',
      );
    return [...this.exactly(cents, currency)].filter(({ item }) => item.customerId === customerId);
  }

  /** Share of this book that has or had the open amount of an item besides it, 0 to 1; a small book says little. */
  shareOfAmount({ item, openCents }: Standing): number {
    const others = (this.byAmount.get(item.currency)?.get(openCents)?.length ?? 1) - 1;
    return others / (this.slots.size + FEW);
  }

  /** Takes what a decision applies. @throws RangeError when an item would become negative */
  apply(allocations: readonly ProposedAllocation[]): void {
    for (const { itemId, cents } of allocations) {
      const slot = this.slots.get(itemId);
      const left = (slot?.now.openCents ?? 0) - cents;
      if (!slot || left < 0) throw new RangeError(`item ${itemId}: ${cents} applied beyond what is open`);
      const { item } = slot.now;
      slot.now = { item, openCents: left };
      this.shelfOf(item.customerId, item.currency)?.forget();
      if (left > 0 && item.kind === 'receivable') this.index(item, left);
    }
  }

  private shelfOf(customerId: CustomerId, currency: Currency): Shelf | undefined {
    return this.shelves.get(customerId)?.find((shelf) => shelf.currency === currency);
  }

  private *exactly(cents: number, currency: Currency): Generator<Standing> {
    for (const { itemId } of this.inOrderOf(cents, currency)) {
      const standing = this.standing(itemId, currency);
      if (standing?.openCents === cents) yield standing;
    }
  }

  /** What is settled stays among them: what had an amount tells as much about it as what has. */
  private inOrderOf(cents: number, currency: Currency): readonly OpenItem[] {
    const same = this.byAmount.get(currency)?.get(cents);
    if (!same) return [];
    if (same.length > 1 && !this.inOrder.has(same)) this.inOrder.add(same.sort(byAge));
    return same;
  }

  private index(item: OpenItem, cents: number): void {
    const there = this.byAmount.get(item.currency);
    const amounts = there ?? new Map<number, OpenItem[]>();
    if (!there) this.byAmount.set(item.currency, amounts);
    const same = amounts.get(cents);
    if (!same) amounts.set(cents, [item]);
    else {
      same.push(item);
      this.inOrder.delete(same);
    }
  }
}
