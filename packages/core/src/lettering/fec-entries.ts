// FEC entries: accounting entries in the eighteen columns of the tax administration's file, checked before they are given.
import { type Day, ok, type Result, refuse } from '../kernel/index.ts';

/** The eighteen columns, in order (LPF art. A47 A-1, VII 1°). */
export const FEC_COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

/** One line of an entry; cents are signed: positive debits, negative credits. */
export type FecLine = Readonly<{
  account: string;
  accountName: string;
  /** The customer's account; empty on other accounts. */
  auxiliary: string;
  auxiliaryName: string;
  cents: number;
  /** Code and day of its group; null where it is not lettered. */
  letter: Readonly<{ code: string; on: Day }> | null;
}>;

/** One entry: lines of one day and one document, whose cents add up to zero. */
export type FecEntry = Readonly<{
  journal: string;
  journalName: string;
  number: string;
  on: Day;
  piece: string;
  pieceOn: Day;
  label: string;
  lines: readonly FecLine[];
}>;

/** An entry whose debits are not its credits. */
export type UnbalancedEntry = Readonly<{ code: 'ledger_unbalanced'; entry: string; cents: number }>;

const HUNDRED = 100;
const SEPARATORS = /[\t\r\n|]+/g;

const dateOf = (on: Day): string => on.replaceAll('-', '');
const clean = (text: string): string => text.replace(SEPARATORS, ' ').trim();

/** Euros with a decimal comma and no thousands separator (LPF art. A47 A-1, VI). */
export const fecAmount = (cents: number): string =>
  `${Math.trunc(cents / HUNDRED)},${String(cents % HUNDRED).padStart(2, '0')}`;

const rowOf = (entry: FecEntry, line: FecLine): string =>
  [
    entry.journal,
    entry.journalName,
    entry.number,
    dateOf(entry.on),
    line.account,
    line.accountName,
    line.auxiliary,
    line.auxiliaryName,
    entry.piece,
    dateOf(entry.pieceOn),
    entry.label,
    fecAmount(Math.max(line.cents, 0)),
    fecAmount(Math.max(-line.cents, 0)),
    line.letter?.code ?? '',
    line.letter ? dateOf(line.letter.on) : '',
    dateOf(entry.on),
    '',
    '',
  ]
    .map(clean)
    .join('\t');

/** The file's text: names first, entries in the order given, one line each, ended by CR LF. Refuses the first entry that does not balance. */
export function renderFec(entries: readonly FecEntry[]): Result<string, UnbalancedEntry> {
  for (const { number, lines } of entries) {
    const cents = lines.reduce((sum, line) => sum + line.cents, 0);
    if (cents !== 0) return refuse({ code: 'ledger_unbalanced', entry: number, cents });
  }
  const rows = entries.flatMap((entry) => entry.lines.map((line) => rowOf(entry, line)));
  return ok([FEC_COLUMNS.join('\t'), ...rows].map((row) => `${row}\r\n`).join(''));
}
