// Reads a portfolio's own files back, for its tests: rows of the CSVs and FECs, and what one customer's story looks like in them.
import type { DemoFile, DemoFileKind, DemoPortfolio } from './portfolio.ts';

/** A row by column name. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a table none of whose fields holds its separator. */
const rowsOf = (content: string, separator: string): Row[] => {
  const [header, ...lines] = content.trimEnd().split(/\r?\n/);
  const names = header!.split(separator);
  return lines.map((line) => Object.fromEntries(line.split(separator).map((value, index) => [names[index]!, value])));
};

// A file is read once: the tests ask for the same ones again and again.
const read = new WeakMap<DemoFile, Row[]>();
const rowsIn = (file: DemoFile): Row[] => {
  const rows = read.get(file) ?? rowsOf(file.content, file.kind === 'fec' ? '\t' : ';');
  read.set(file, rows);
  return rows;
};

/** The FECs, oldest first. */
export const fecs = (portfolio: DemoPortfolio): Row[][] =>
  portfolio.files.filter((file) => file.kind === 'fec').map(rowsIn);

/** The rows of the CSV of a kind. */
export const csv = (portfolio: DemoPortfolio, kind: DemoFileKind): Row[] =>
  rowsIn(portfolio.files.find((file) => file.kind === kind)!);

/** Cents of a written amount. */
export const centsIn = (text: string | undefined): number => Math.round(Number((text ?? '').replace(',', '.')) * 100);

/** Debit less credit of one line, of several. */
export const signed = (row: Row): number => centsIn(row.Debit) - centsIn(row.Credit);
export const sum = (rows: readonly Row[]): number => rows.reduce((total, row) => total + signed(row), 0);

/** Lines of 411 and 416. */
export const isCustomerLine = (row: Row): boolean => /^41[16]/.test(row.CompteNum ?? '');

/** Rows by key, in order of first appearance. */
export const groupBy = (rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
};

/** Lines that no complete lettered group takes: they are what is open. */
export const openLines = (lines: readonly Row[]): Row[] =>
  [
    ...groupBy(lines, (row) =>
      row.EcritureLet
        ? `${row.CompAuxNum} ${row.EcritureLet}`
        : `${row.CompAuxNum} - ${row.PieceRef} ${row.EcritureNum}`,
    ).values(),
  ]
    .filter((group) => sum(group) !== 0)
    .flat();

/** One customer's story, as an importer would meet it. */
export type Seen = Readonly<{
  customer: Row;
  contacts: readonly Row[];
  /** The invoices and credit notes the story names, one row a term. */
  invoices: readonly Row[];
  /** All its invoices, history included. */
  history: readonly Row[];
  /** What is open in the last FEC. */
  open: readonly Row[];
  /** All its lines of every FEC. */
  lines: readonly Row[];
  payments: readonly Row[];
}>;

/** Finds a story by its key. @throws TypeError when there is none. */
export function seen(portfolio: DemoPortfolio, key: string): Seen {
  const story = portfolio.story.find((one) => one.key === key)!;
  const mine = (row: Row): boolean => (row.customer_ref ?? row.CompAuxNum) === story.customerRef;
  const years = fecs(portfolio).map((rows) => rows.filter((row) => isCustomerLine(row) && mine(row)));
  const history = csv(portfolio, 'csv-invoices').filter(mine);
  return {
    customer: csv(portfolio, 'csv-customers').find(mine)!,
    contacts: csv(portfolio, 'csv-contacts').filter(mine),
    invoices: history.filter((row) => story.invoiceNumbers.includes(row.invoice_number!)),
    history,
    open: openLines(years.at(-1)!),
    lines: years.flat(),
    payments: csv(portfolio, 'csv-payments').filter(mine),
  };
}
