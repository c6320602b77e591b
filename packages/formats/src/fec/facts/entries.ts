// Entries of a FEC: each must balance within its journal and number. Only entries still out of balance are held.
import { type Cents, cents } from '@quittance/core/kernel';

/** An entry whose debits and credits differ. */
export type UnbalancedEntry = Readonly<{
  journalCode: string;
  entryNumber: string;
  /** Row of its first line. */
  row: number;
  /** Debits less credits. */
  differenceCents: Cents;
}>;

/** Open entries held at most; a file that needs more (sorted by account, say) is not checked entry by entry. */
const MOST_OPEN = 300_000;
const MOST_LISTED = 100;

type Open = { journalCode: string; entryNumber: string; row: number; sum: number };

/** Running balances; lines of one entry may be scattered over the file. */
export class EntryBook {
  private readonly open = new Map<string, Open>();
  private current: Open | null = null;
  /** False once there were too many open entries to follow. */
  isChecked = true;
  /** Runs of lines with one journal and number: the number of entries where lines are contiguous. */
  runs = 0;

  /** Adds a line: `balance` is its debit less its credit. */
  add(journalCode: string, entryNumber: string, line: { row: number; balance: number }): void {
    const { current } = this;
    if (current && current.entryNumber === entryNumber && current.journalCode === journalCode) {
      current.sum += line.balance;
      return;
    }
    this.settle();
    this.runs++;
    this.current = { journalCode, entryNumber, row: line.row, sum: line.balance };
  }

  private settle(): void {
    const { current, open } = this;
    this.current = null;
    if (!current || !this.isChecked || (current.sum === 0 && open.size === 0)) return;
    const key = `${current.journalCode}\u0000${current.entryNumber}`;
    const known = open.get(key);
    if (known) known.sum += current.sum;
    if (known?.sum === 0) open.delete(key);
    if (!known && current.sum !== 0) open.set(key, current);
    if (open.size <= MOST_OPEN) return;
    this.isChecked = false;
    open.clear();
  }

  /** The entries that do not balance, first ones first, and how many there are. */
  unbalanced(): { entries: UnbalancedEntry[]; count: number } {
    this.settle();
    const all = [...this.open.values()].sort((a, b) => a.row - b.row);
    const entries = all.slice(0, MOST_LISTED).map(({ sum, ...entry }) => ({ ...entry, differenceCents: cents(sum) }));
    return { entries, count: all.length };
  }
}
