// Transfers from 411 to 416 (and back) of one customer within one entry: nothing is invoiced or paid, the claim only changes account.
import { type Cents, groupBy } from '../../kernel/index.ts';

/** A line of an entry that touches both 411* and 416*. */
export type TransferLine = Readonly<{
  row: number;
  /** Journal, number and day of the entry. */
  entry: string;
  customerRef: string;
  isDoubtful: boolean;
  cents: Cents;
  number: string;
  letterGroup: string;
}>;

/** What to do with such lines. */
export type DoubtfulTransfers = Readonly<{
  /** Lines that make no fact: their sum is zero and the claim goes on. */
  transferRows: readonly number[];
  /** Lines of an entry that does not net to zero: ordinary adjustments. */
  adjustmentRows: readonly number[];
  /** Letter groups that become one, because a transfer stands in each: group → the group it joins. */
  joined: ReadonlyMap<string, string>;
  /** Letter groups whose receivables went to 416. */
  doubtfulGroups: readonly string[];
  /** Transfers to 416 that no letter ties to their receivable: to be found by number, then by amount. */
  untied: readonly TransferLine[];
}>;

const isTransfer = (lines: readonly TransferLine[]): boolean => lines.reduce((sum, line) => sum + line.cents, 0) === 0;

/** Follows joins to the group that stands for all of them. */
const rootOf = (joined: ReadonlyMap<string, string>, group: string): string => {
  let root = group;
  for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
  return root;
};

function join(joined: Map<string, string>, groups: readonly string[]): void {
  const roots = [...new Set(groups.map((group) => rootOf(joined, group)))].sort();
  for (const root of roots.slice(1)) joined.set(root, roots[0]!);
}

/** Decides about the lines of all entries that touch both accounts of a customer. */
export function decideDoubtfulTransfers(lines: readonly TransferLine[]): DoubtfulTransfers {
  const joined = new Map<string, string>();
  const both = [...groupBy(lines, (line) => `${line.entry}\u001e${line.customerRef}`).values()].filter(
    (set) => set.some((line) => line.isDoubtful) && set.some((line) => !line.isDoubtful),
  );
  const transfers = both.filter(isTransfer);
  for (const set of transfers) {
    const groups = set.map((line) => line.letterGroup).filter((group) => group !== '');
    join(joined, groups);
  }
  const away = transfers.flat().filter((line) => !line.isDoubtful && line.cents < 0);
  return {
    transferRows: transfers.flat().map((line) => line.row),
    adjustmentRows: both.filter((set) => !isTransfer(set)).flatMap((set) => set.map((line) => line.row)),
    joined: new Map([...joined.keys()].map((group) => [group, rootOf(joined, group)])),
    doubtfulGroups: [...new Set(away.map((line) => rootOf(joined, line.letterGroup)))].filter((group) => group !== ''),
    untied: away.filter((line) => line.letterGroup === ''),
  };
}

/** The receivable a transfer to 416 moved: the only one of its number and amount, else of its amount; null where it cannot be told. */
export function findTransferred<T extends Readonly<{ number: string; cents: Cents }>>(
  transfer: Readonly<{ number: string; cents: Cents }>,
  candidates: readonly T[],
): T | null {
  const ofAmount = candidates.filter((one) => one.cents === Math.abs(transfer.cents));
  const ofNumber = ofAmount.filter((one) => one.number === transfer.number);
  if (ofNumber.length === 1) return ofNumber[0]!;
  return ofAmount.length === 1 ? ofAmount[0]! : null;
}
