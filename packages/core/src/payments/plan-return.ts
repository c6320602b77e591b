// Plan of a return: which lines of a payment the bank takes back, and how much of each is open again.

/** Money that came back, what of the payment is applied to nothing, and its lines in force, the newest first; cents. */
export type ReturnFacts<L> = Readonly<{ cents: number; freeCents: number; lines: readonly L[] }>;

/** A line that is taken back, and how much of it stays open; what is over goes back where it was. */
export type Reopened<L> = Readonly<{ line: L; reopenedCents: number }>;

/** What is applied to nothing serves first, then the newest lines; the last one perhaps in part. */
export function planReturn<L extends Readonly<{ cents: number }>>({
  cents,
  freeCents,
  lines,
}: ReturnFacts<L>): Reopened<L>[] {
  let missing = cents - freeCents;
  return lines.flatMap((line) => {
    const reopenedCents = Math.min(missing, line.cents);
    missing -= reopenedCents;
    return reopenedCents > 0 ? [{ line, reopenedCents }] : [];
  });
}
