// Books for tests: a FEC written from a few compact lines, and the balance of its customer accounts added up on its own.

/** A line: journal, entry, day, account, auxiliary, piece, amount in cents (debit positive), letter, lettering day. */
export type BookLine = Readonly<{
  j: string;
  n: string;
  on: string;
  a: string;
  aux?: string;
  piece?: string;
  pieceOn?: string;
  c: number;
  let?: string;
  letOn?: string;
}>;

const HEADER =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise';

const LABELS: Readonly<Record<string, string>> = {
  VE: 'Ventes',
  BQ: 'Banque',
  AN: 'A nouveaux',
  OD: 'Opérations diverses',
};

const compact = (day: string): string => day.replaceAll('-', '');
const euros = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

const written = (line: BookLine): string => {
  const { j, n, on, a, aux = '', piece = '', pieceOn = on, c, let: letter = '', letOn = '' } = line;
  const label = LABELS[j] ?? j;
  const amounts = c >= 0 ? [euros(c), '0,00'] : ['0,00', euros(-c)];
  const auxLabel = aux === '' ? '' : `Client ${aux}`;
  const dates = [letter, compact(letOn), compact(on), '', ''];
  return [
    j,
    label,
    n,
    compact(on),
    a,
    'Compte',
    aux,
    auxLabel,
    piece,
    compact(pieceOn),
    `${label} ${piece}`,
    ...amounts,
    ...dates,
  ].join('\t');
};

/** The file: tab separated, UTF-8, one line for each given. */
export const fecText = (lines: readonly BookLine[]): string =>
  `${[HEADER.replaceAll(' ', '\t'), ...lines.map(written)].join('\r\n')}\r\n`;

/** A sale: the customer's debit and the income. */
export const sale = (n: string, on: string, aux: string, c: number, more: Partial<BookLine> = {}): BookLine[] => [
  { j: 'VE', n, on, a: '411000', aux, piece: `F${n}`, c, ...more },
  { j: 'VE', n, on, a: '706000', piece: `F${n}`, c: -c },
];

/** Money received: the bank's debit and the customer's credit. */
export const receipt = (n: string, on: string, aux: string, c: number, more: Partial<BookLine> = {}): BookLine[] => [
  { j: 'BQ', n, on, a: '512000', piece: `V${n}`, c },
  { j: 'BQ', n, on, a: '411000', aux, piece: `V${n}`, c: -c, ...more },
];

/** An opening entry of a customer and its counterpart. */
export const opening = (on: string, aux: string, c: number, more: Partial<BookLine> = {}): BookLine[] => [
  { j: 'AN', n: 'AN1', on, a: '411000', aux, piece: 'RAN', c, ...more },
  { j: 'AN', n: 'AN1', on, a: '101000', piece: 'RAN', c: -c },
];

/** Balance of the accounts 411* and 416* of a FEC text with tabs, read with nothing but splitting: the independent sum of a test. */
export function customerBalance(text: string): number {
  const [header, ...rows] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((row) => row !== '')
    .map((row) => row.split('\t'));
  const at = (name: string) => header!.indexOf(name);
  const amount = (row: string[], name: string) => Math.round(Number(row[at(name)]!.replace(',', '.')) * 100);
  const ours = rows.filter((row) => /^41[16]/.test(row[at('CompteNum')]!));
  return ours.reduce((sum, row) => sum + amount(row, 'Debit') - amount(row, 'Credit'), 0);
}
