// FEC records: one line of a French accounting-entries file (LPF art. A47 A-1) and what is known of its journals. Neutral: no bytes here.
import type { Cents, Day } from '../kernel/index.ts';

/** One line of a FEC, trimmed, amounts in euro cents. Texts that are absent are empty. */
export type FecLine = Readonly<{
  /** 1-based line of the file, header included. */
  row: number;
  journalCode: string;
  journalLabel: string;
  entryNumber: string;
  entryOn: Day;
  account: string;
  accountLabel: string;
  auxiliary: string;
  auxiliaryLabel: string;
  pieceRef: string;
  pieceOn: Day | null;
  label: string;
  /** May be negative where the books reverse an entry with a sign. */
  debitCents: Cents;
  creditCents: Cents;
  lettering: string;
  letteredOn: Day | null;
  validatedOn: Day | null;
  /** Montantdevise in hundredths, with its sign; null when absent or unreadable. */
  currencyCents: Cents | null;
  /** Idevise as written, upper case, or empty. */
  currency: string;
  /** DateRglt of cash-basis files (BNC, BA), else null. */
  settledOn: Day | null;
}>;

/** Groups of accounts by which the nature of a journal shows: 70x sales, 51x/53 money, 411/416 customers, 401 suppliers … */
export type FecAccountGroup =
  | 'customers'
  | 'suppliers'
  | 'bank'
  | 'cash'
  | 'bills'
  | 'sales'
  | 'vat'
  | 'other_income'
  | 'expenses'
  | 'equity'
  | 'other';

/** What the lines of one journal have in common, kept for every line whether or not it was materialised. */
export type FecJournal = Readonly<{
  code: string;
  /** The first label met. */
  label: string;
  lines: number;
  /** Lines by group of accounts. */
  groups: Readonly<Record<FecAccountGroup, number>>;
  firstOn: Day;
  lastOn: Day;
  debitCents: Cents;
  creditCents: Cents;
  /** Its code or label says opening entries (à nouveau). */
  isOpening: boolean;
}>;
