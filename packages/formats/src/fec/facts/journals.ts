// Journals of a FEC: running facts per journal code, from every line, so that its nature can be told later.
import type { FecAccountGroup, FecJournal } from '@quittance/core/intake';
import { type Cents, cents, type Day } from '@quittance/core/kernel';
import type { NoteBook } from '../../text/index.ts';

const NO_LINES: Readonly<Record<FecAccountGroup, number>> = {
  customers: 0,
  suppliers: 0,
  bank: 0,
  cash: 0,
  bills: 0,
  sales: 0,
  vat: 0,
  other_income: 0,
  expenses: 0,
  equity: 0,
  other: 0,
};

/** Journals beyond this many are an absurdity of the file: they are summed together under the last code. */
const MOST_JOURNALS = 10_000;

const OPENING = /nouveau|ouverture|opening|^(an|ran|rano|ano|anouv)$/i;

type Running = {
  code: string;
  label: string;
  lines: number;
  groups: Record<FecAccountGroup, number>;
  firstOn: Day;
  lastOn: Day;
  latestOn: Day;
  debit: number;
  credit: number;
  isOpening: boolean;
};

/** One line as the journals see it. */
export type JournalLine = Readonly<{
  row: number;
  code: string;
  label: string;
  entryOn: Day;
  account: string;
  group: FecAccountGroup;
  debit: number;
  credit: number;
}>;

/** Keeps the facts of every journal. */
export class JournalBook {
  private readonly journals = new Map<string, Running>();
  private readonly notes: NoteBook;
  private current: Running | null = null;
  private otherLines = false;

  constructor(notes: NoteBook) {
    this.notes = notes;
  }

  /** Adds one line to its journal. */
  add(line: JournalLine): void {
    const journal = this.journalOf(line);
    journal.lines++;
    journal.groups[line.group]++;
    journal.debit += line.debit;
    journal.credit += line.credit;
    if (journal.label !== line.label) this.notes.add('journal_two_labels', line.row, `${line.code}: ${line.label}`);
    this.date(journal, line);
    if (journal.isOpening) this.checkOpening(line);
    else this.otherLines = true;
  }

  private journalOf(line: JournalLine): Running {
    if (this.current?.code === line.code) return this.current;
    const known = this.journals.get(line.code);
    this.current = known ?? this.begin(line);
    return this.current;
  }

  private begin(line: JournalLine): Running {
    const { code, label, entryOn } = line;
    const isOpening = OPENING.test(code) || OPENING.test(label);
    const dates = { firstOn: entryOn, lastOn: entryOn, latestOn: entryOn };
    const running = { code, label, lines: 0, groups: { ...NO_LINES }, ...dates, debit: 0, credit: 0, isOpening };
    if (this.journals.size >= MOST_JOURNALS && this.current) return this.current;
    this.journals.set(code, running);
    if (isOpening && this.otherLines) this.notes.add('opening_after_others', line.row, label);
    return running;
  }

  private date(journal: Running, line: JournalLine): void {
    const { entryOn } = line;
    if (entryOn < journal.latestOn) this.notes.add('dates_not_in_order', line.row, entryOn);
    journal.latestOn = entryOn;
    if (entryOn < journal.firstOn) journal.firstOn = entryOn;
    if (entryOn > journal.lastOn) journal.lastOn = entryOn;
  }

  private checkOpening(line: JournalLine): void {
    const first = line.account.charCodeAt(0);
    if (first === 54 || first === 55) this.notes.add('opening_on_result_account', line.row, line.account);
  }

  /** The journals in order of appearance. */
  all(): FecJournal[] {
    return [...this.journals.values()].map(({ latestOn: _, debit, credit, ...facts }) => ({
      ...facts,
      debitCents: cents(debit) as Cents,
      creditCents: cents(credit) as Cents,
    }));
  }
}
