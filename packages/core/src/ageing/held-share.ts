// Held share: how much of an open amount is contested, or on hold for another reason. Never more than is open.
import { type Cents, cents } from '../kernel/index.ts';

/** A hold in force on the day: `cents` is the part it stops, null the whole. */
export type HoldFact = Readonly<{ isDispute: boolean; cents: Cents | null }>;

/** What is contested, and what else is on hold; together at most the open amount. */
export type HeldShare = Readonly<{ disputedCents: Cents; heldCents: Cents }>;

const partOf = (open: number, holds: readonly HoldFact[]): number =>
  holds.some((hold) => hold.cents === null)
    ? open
    : Math.min(
        open,
        holds.reduce((sum, hold) => sum + (hold.cents ?? 0), 0),
      );

/** The share of one receivable: disputes first, other holds on what they leave. Nothing open, nothing held. */
export function heldShare(openCents: Cents, holds: readonly HoldFact[]): HeldShare {
  const open = Math.max(0, openCents);
  const disputed = partOf(
    open,
    holds.filter((hold) => hold.isDispute),
  );
  const held = partOf(
    open - disputed,
    holds.filter((hold) => !hold.isDispute),
  );
  return { disputedCents: cents(disputed), heldCents: cents(held) };
}
