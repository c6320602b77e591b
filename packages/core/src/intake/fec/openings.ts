// Opening entries (à nouveau) of a year that follows a known one: they must carry what is known, never double it.
import { type Cents, cents } from '../../kernel/index.ts';
import { byAge, type LedgerItem } from '../../ledger/index.ts';

/** What a customer's opening entries become. */
export type OpeningDecision =
  /** Nothing left open of the customer before: each line is a fact of unknown detail. */
  | Readonly<{ kind: 'detail' }>
  /** The books and the ledger agree: nothing is created. */
  | Readonly<{ kind: 'carried' }>
  /** They differ: one adjustment brings the ledger to the books, and the report names the customer. */
  | Readonly<{ kind: 'difference'; cents: Cents }>;

/** Compares the balance of a customer's opening lines with what earlier sources left on the same account. */
export function decideOpening(
  customer: Readonly<{ openingCents: Cents; knownCents: Cents; isKnown: boolean }>,
): OpeningDecision {
  const difference = customer.openingCents - customer.knownCents;
  if (customer.isKnown && difference === 0) return { kind: 'carried' };
  return customer.knownCents === 0 ? { kind: 'detail' } : { kind: 'difference', cents: cents(difference) };
}

/** A lettered opening line to tie to what is known; `cents` is its size. */
export type OpeningLine = Readonly<{ row: number; number: string; cents: Cents }>;
/** A known item of the same customer and side, with what is still open of it. */
export type KnownItem = LedgerItem & Readonly<{ number: string }>;
/** Part of a known item that an opening line stands for. */
export type OpeningPart<L extends OpeningLine, K extends KnownItem> = Readonly<{ line: L; item: K; cents: Cents }>;

/** Takes what a line still lacks from the items a rule allows, oldest first. */
type Rule = (line: OpeningLine, item: KnownItem, open: number) => boolean;

const RULES: readonly Rule[] = [
  (line, item, open) => item.number === line.number && open === line.cents,
  (line, item) => item.number === line.number,
  (line, _, open) => open === line.cents,
  () => true,
];

/**
 * Ties the lettered opening lines of one customer and side to known items: by number and amount, then number, then amount, then
 * oldest first, each rule for all lines before the next. An item is never used beyond what is open; a line may stay short.
 */
export function tieOpeningLines<L extends OpeningLine, K extends KnownItem>(
  lines: readonly L[],
  items: readonly K[],
): OpeningPart<L, K>[] {
  const open = new Map(items.map((item) => [item, item.cents as number]));
  const wanted = new Map(lines.map((line) => [line, line.cents as number]));
  const inAge = [...items].sort(byAge);
  const inOrder = [...lines].sort((a, b) => a.row - b.row);
  const parts: OpeningPart<L, K>[] = [];
  for (const rule of RULES) {
    for (const line of inOrder) {
      for (const item of inAge) {
        const size = Math.min(wanted.get(line)!, open.get(item)!);
        if (wanted.get(line) === 0) break;
        if (size === 0 || !rule({ ...line, cents: cents(wanted.get(line)!) }, item, open.get(item)!)) continue;
        parts.push({ line, item, cents: cents(size) });
        wanted.set(line, wanted.get(line)! - size);
        open.set(item, open.get(item)! - size);
      }
    }
  }
  return parts;
}
