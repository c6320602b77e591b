// FEC text: an exercise's entries as the file of art. A47 A-1 LPF: 18 columns, tabs, comma decimals, lettering as it stood at its end.
import type { Cents, Day } from '@quittance/core/kernel';
import type { Settlement } from '../trade/trade.ts';
import { ACCOUNTS, type Entry, JOURNALS, type Line } from './entry.ts';

const COLUMNS =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise';

const compact = (on: Day): string => on.replaceAll('-', '');

const CENTS = 100;
const amount = (value: Cents): string => `${Math.floor(value / CENTS)},${String(value % CENTS).padStart(2, '0')}`;

/** What the lines of one exercise need to be written. */
export type FecContext = Readonly<{ codes: ReadonlyMap<Settlement, string>; until: Day }>;

const fields = (entry: Entry, number: number, line: Line, context: FecContext): readonly string[] => {
  const lettered = line.settlement && line.settlement.on <= context.until ? line.settlement : null;
  return [
    entry.journal,
    JOURNALS[entry.journal],
    String(number),
    compact(entry.on),
    line.account,
    ACCOUNTS[line.account],
    line.auxiliary?.ref ?? '',
    line.auxiliary?.name ?? '',
    line.piece,
    compact(line.pieceOn),
    line.label,
    amount(line.debit),
    amount(line.credit),
    lettered ? (context.codes.get(lettered) ?? '') : '',
    lettered ? compact(lettered.on) : '',
    compact(entry.on),
    '',
    '',
  ];
};

/** The file's text, entries numbered from 1 in the order given. */
export function fecText(entries: readonly Entry[], context: FecContext): string {
  const rows = entries.flatMap((entry, index) =>
    entry.lines.map((line) => fields(entry, index + 1, line, context).join('\t')),
  );
  return `${[COLUMNS.replaceAll(' ', '\t'), ...rows].join('\r\n')}\r\n`;
}

/** SIREN, "FEC", closing day: the file name art. A47 A-1 LPF asks for. */
export const fecFileName = (siren: string, closingOn: Day): string => `${siren}FEC${compact(closingOn)}.txt`;
