// Order of statements: which continues which, told by their balances.
import type { Cents, Day } from '../../kernel/index.ts';

/** The ends of a statement: its balances, and the first and last day of its booked movements (of its balances where it has none). */
export type StatementSpan = Readonly<{
  openingCents: Cents | null;
  closingCents: Cents | null;
  fromOn: Day | null;
  toOn: Day | null;
}>;

/**
 * Whether `later` continues `earlier`: it opens with the balance the other closed with, and begins no sooner than the other ends. Two
 * statements that open or close alike tell the same movements, whatever else they say.
 */
export function continues(later: StatementSpan, earlier: StatementSpan): boolean {
  if (later.openingCents === null || later.openingCents !== earlier.closingCents) return false;
  if (later.openingCents === earlier.openingCents || later.closingCents === earlier.closingCents) return false;
  return earlier.toOn !== null && later.fromOn !== null && earlier.toOn <= later.fromOn;
}

type Follows = (later: StatementSpan, earlier: StatementSpan) => boolean;

function reached<S extends StatementSpan>(from: StatementSpan, among: readonly S[], next: Follows): Set<S> {
  const found = new Set<S>();
  const edge: StatementSpan[] = [from];
  for (let here = edge.pop(); here; here = edge.pop()) {
    for (const one of among) {
      if (found.has(one) || !next(one, here)) continue;
      found.add(one);
      edge.push(one);
    }
  }
  return found;
}

/** The statements that come before or after this one, one continuing the other: no movement of theirs is a movement of it. */
export function statementsApart<S extends StatementSpan>(from: StatementSpan, among: readonly S[]): S[] {
  const later = reached(from, among, continues);
  const earlier = reached(from, among, (one, here) => continues(here, one));
  return among.filter((one) => later.has(one) || earlier.has(one));
}
