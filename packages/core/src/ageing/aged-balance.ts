// Aged balance: what each customer owes, cut by days late, less the credits not yet allocated. One balance for each currency.
// The facts are those of the day asked for (ledger rule 3): the same facts give the same balance whenever it is printed.
import { type Cents, type Currency, type CustomerId, cents, type Day, ZERO } from '../kernel/index.ts';
import { type Buckets, bucketOf } from './buckets.ts';

/** What is open on one due date of one customer: a receivable, or several summed. */
export type OpenFact = Readonly<{ customerId: CustomerId; dueOn: Day; openCents: Cents; currency: Currency }>;

/** A payment or credit note in the customer's favour, not allocated; positive. */
export type CreditFact = Readonly<{ customerId: CustomerId; openCents: Cents; currency: Currency }>;

/** Sums of a line or of the whole: total = Σ buckets − unapplied. */
export type AgedSums = Readonly<{ cents: Readonly<Record<string, Cents>>; unappliedCents: Cents; totalCents: Cents }>;

/** One customer's line. */
export type AgedLine = AgedSums & Readonly<{ customerId: CustomerId }>;

/** The aged balance in one currency on one day. Lines come in the order customers were first met. */
export type AgedBalance = Readonly<{
  on: Day;
  currency: Currency;
  /** Keys in order. */
  buckets: readonly string[];
  lines: readonly AgedLine[];
  totals: AgedSums;
}>;

type Tally = { byBucket: Record<string, number>; unapplied: number };

const newTally = (keys: readonly string[]): Tally => ({
  byBucket: Object.fromEntries(keys.map((key) => [key, 0])),
  unapplied: 0,
});

const closeTally = (tally: Tally): AgedSums => {
  const entries = Object.entries(tally.byBucket);
  const owed = entries.reduce((sum, [, amount]) => sum + amount, 0);
  return {
    cents: Object.fromEntries(entries.map(([key, amount]) => [key, cents(amount)])),
    unappliedCents: cents(tally.unapplied),
    totalCents: cents(owed - tally.unapplied),
  };
};

// Tallies are made on first meeting, so that facts may be streamed once in any order.
class Book {
  readonly #keys: readonly string[];
  readonly #currencies = new Map<Currency, Map<CustomerId, Tally>>();

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  tally(currency: Currency, customerId: CustomerId): Tally {
    const customers = this.#currencies.get(currency) ?? new Map<CustomerId, Tally>();
    this.#currencies.set(currency, customers);
    const tally = customers.get(customerId) ?? newTally(this.#keys);
    customers.set(customerId, tally);
    return tally;
  }

  close(on: Day, currency: Currency): AgedBalance {
    const totals = newTally(this.#keys);
    const lines: AgedLine[] = [];
    for (const [customerId, tally] of this.#currencies.get(currency) ?? []) {
      lines.push({ customerId, ...closeTally(tally) });
      for (const key of this.#keys) totals.byBucket[key] = (totals.byBucket[key] ?? 0) + (tally.byBucket[key] ?? 0);
      totals.unapplied += tally.unapplied;
    }
    return { on, currency, buckets: this.#keys, lines, totals: closeTally(totals) };
  }

  currencies(): readonly Currency[] {
    return [...this.#currencies.keys()].sort();
  }
}

/**
 * Folds open receivables and unapplied credits into one aged balance for each currency, by currency code.
 * Σ lines = totals; totals = Σ open − Σ credits (ledger rule 4). Facts with nothing open add no line.
 * @throws RangeError when a sum leaves the whole numbers a cent can hold.
 */
export function agedBalances(
  facts: Readonly<{ receivables: Iterable<OpenFact>; credits: Iterable<CreditFact> }>,
  on: Day,
  buckets: Buckets,
): readonly AgedBalance[] {
  const book = new Book(buckets.map((bucket) => bucket.key));
  // A million receivables share a few hundred due dates.
  const keys = new Map<Day, string>();
  for (const fact of facts.receivables) {
    if (fact.openCents === ZERO) continue;
    const key = keys.get(fact.dueOn) ?? bucketOf(fact.dueOn, on, buckets).key;
    keys.set(fact.dueOn, key);
    const { byBucket } = book.tally(fact.currency, fact.customerId);
    byBucket[key] = (byBucket[key] ?? 0) + fact.openCents;
  }
  for (const fact of facts.credits) {
    if (fact.openCents !== ZERO) book.tally(fact.currency, fact.customerId).unapplied += fact.openCents;
  }
  return book.currencies().map((currency) => book.close(on, currency));
}

/** The balance of one currency among several, or an empty one on the same day and buckets. */
export const balanceIn = (
  balances: readonly AgedBalance[],
  currency: Currency,
  empty: Readonly<{ on: Day; buckets: Buckets }>,
): AgedBalance =>
  balances.find((balance) => balance.currency === currency) ??
  new Book(empty.buckets.map((bucket) => bucket.key)).close(empty.on, currency);
