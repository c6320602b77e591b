// Lettering codes: AA, AB, … for each customer in order of date, never used twice by one customer.
import type { Settlement } from '../trade/trade.ts';
import type { Entry } from './entry.ts';

const LETTERS = 26;
const A = 65;

const codeOf = (rank: number): string => String.fromCharCode(A + Math.floor(rank / LETTERS), A + (rank % LETTERS));

/** The code of every settlement seen in the entries. */
export function letteringCodes(entries: readonly Entry[]): ReadonlyMap<Settlement, string> {
  const byCustomer = new Map<string, Set<Settlement>>();
  for (const line of entries.flatMap((entry) => entry.lines)) {
    if (!line.settlement || !line.auxiliary) continue;
    const group = byCustomer.get(line.auxiliary.ref) ?? new Set();
    byCustomer.set(line.auxiliary.ref, group.add(line.settlement));
  }
  const codes = new Map<Settlement, string>();
  for (const group of byCustomer.values())
    [...group]
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .forEach((one, rank) => {
        codes.set(one, codeOf(rank));
      });
  return codes;
}
