// Money: whole minor units and a currency. No floats, no sums across currencies.

declare const centsBrand: unique symbol;

/** A whole number of minor units (euro cents). May be negative where a sign has a meaning. */
export type Cents = number & { readonly [centsBrand]: true };

/** ISO 4217 alphabetic code, upper case. */
export type Currency = string;

/** An amount that knows its currency. */
export type Money = Readonly<{ cents: Cents; currency: Currency }>;

/**
 * Brands a whole number as cents.
 * @throws RangeError when `n` is not a safe integer: an unreadable amount is an error, never zero.
 */
export function cents(n: number): Cents {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole cents: ${n}`);
  return (n === 0 ? 0 : n) as Cents;
}

export const ZERO = 0 as Cents;

export const addCents = (a: Cents, b: Cents): Cents => cents(a + b);
export const subtractCents = (a: Cents, b: Cents): Cents => cents(a - b);
export const minCents = (a: Cents, b: Cents): Cents => (a < b ? a : b);

/** Exact sum of amounts that are known to share one currency. */
export const sumCents = (amounts: Iterable<Cents>): Cents => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
};

/** @throws RangeError when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${a.currency} and ${b.currency}`);
  return { cents: addCents(a.cents, b.cents), currency: a.currency };
}

/** Rounds a rational number of cents half away from zero, the commercial rounding used on French invoices. */
export const roundCents = (exact: number): Cents => cents(Math.sign(exact) * Math.round(Math.abs(exact)));

/** `numerator / denominator` cents, rounded half away from zero, computed exactly on integers. */
export function divideCents(numerator: bigint, denominator: bigint): Cents {
  if (denominator <= 0n) throw new RangeError('denominator must be positive');
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return cents(Number(negative ? -rounded : rounded));
}
