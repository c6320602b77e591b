// Books and bank tell the same payment: which line of the books is which payment that a movement made, some days apart.
import { type Calendar, workedDaysBetween } from '../../calendar/index.ts';
import { type Cents, type CustomerId, type Day, daysBetween } from '../../kernel/index.ts';

/** Money of a customer on a day, told by the one or the other; money in is positive. */
export type ToldPayment = Readonly<{ customerId: CustomerId; cents: Cents; on: Day }>;

/** What was joined, and what could have been two ways and was not. */
export type JoinedPayments<L, P> = Readonly<{ pairs: readonly Readonly<{ line: L; payment: P }>[]; ambiguous: number }>;

/** Worked days at most between the bank's day and the books'. */
const WORKED_DAYS = 5;
/** No run of so many worked days is longer, closed days included. */
const LONGEST = 31;

type Bucket<T> = { on: Day; items: T[] };

const bucketsOf = <T extends ToldPayment>(list: readonly T[]): Bucket<T>[] => {
  const buckets = new Map<Day, Bucket<T>>();
  for (const item of list) {
    const bucket = buckets.get(item.on);
    if (bucket) bucket.items.push(item);
    else buckets.set(item.on, { on: item.on, items: [item] });
  }
  return [...buckets.values()];
};

const keyOf = ({ customerId, cents }: ToldPayment): string => `${customerId} ${cents}`;

function byKey<T extends ToldPayment>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** One customer and amount: days on both sides, the nearest joined first. */
class Joining<L extends ToldPayment, P extends ToldPayment> {
  private readonly calendar: Calendar;
  private lines: Bucket<L>[];
  private payments: Bucket<P>[];

  constructor(sides: Readonly<{ lines: readonly L[]; payments: readonly P[] }>, calendar: Calendar) {
    this.calendar = calendar;
    this.lines = bucketsOf(sides.lines);
    this.payments = bucketsOf(sides.payments);
  }

  /** Joins while a day of the one and a day of the other are nearest to each other alone, and hold as many. */
  join(): { line: L; payment: P }[] {
    const pairs: { line: L; payment: P }[] = [];
    for (let found = this.next(); found; found = this.next()) {
      const [lines, payments] = found;
      pairs.push(...lines.items.map((line, place) => ({ line, payment: payments.items[place]! })));
      this.lines = this.lines.filter((one) => one !== lines);
      this.payments = this.payments.filter((one) => one !== payments);
    }
    return pairs;
  }

  /** Lines left that some payment could have been. */
  get ambiguous(): number {
    return this.lines
      .filter((line) => this.payments.some((payment) => this.isNear(line.on, payment.on)))
      .reduce((sum, { items }) => sum + items.length, 0);
  }

  private next(): [Bucket<L>, Bucket<P>] | null {
    for (const lines of this.lines) {
      const payments = this.nearest(lines.on, this.payments);
      if (payments && payments.items.length === lines.items.length && this.nearest(payments.on, this.lines) === lines)
        return [lines, payments];
    }
    return null;
  }

  /** The one nearest day; null where none is near, or two are as near. */
  private nearest<B extends Bucket<unknown>>(on: Day, among: readonly B[]): B | null {
    const near = among
      .filter((one) => this.isNear(on, one.on))
      .map((one) => ({ one, days: Math.abs(daysBetween(on, one.on)) }))
      .sort((a, b) => a.days - b.days);
    return near.length > 0 && near[0]!.days !== near[1]?.days ? near[0]!.one : null;
  }

  private isNear(a: Day, b: Day): boolean {
    if (Math.abs(daysBetween(a, b)) > LONGEST) return false;
    return Math.abs(workedDaysBetween(a, b, this.calendar)) <= WORKED_DAYS;
  }
}

/** Joins lines of books with payments of the same customer and amount, each once, the nearest days first; what is not sure is left. */
export function joinPayments<L extends ToldPayment, P extends ToldPayment>(
  sides: Readonly<{ lines: readonly L[]; payments: readonly P[] }>,
  calendar: Calendar,
): JoinedPayments<L, P> {
  const payments = byKey(sides.payments);
  const pairs: { line: L; payment: P }[] = [];
  let ambiguous = 0;
  for (const [key, lines] of byKey(sides.lines)) {
    const joining = new Joining({ lines, payments: payments.get(key) ?? [] }, calendar);
    pairs.push(...joining.join());
    ambiguous += joining.ambiguous;
  }
  return { pairs, ambiguous };
}
