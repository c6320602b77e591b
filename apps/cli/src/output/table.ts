// Tables of plain text: columns aligned by their longest cell, amounts to the right.

/** A column: its header, and where its cells stand. */
export type Column = Readonly<{ header: string; right?: boolean }>;

const GAP = '  ';
const WIDEST = 60;
const cut = (cell: string): string => (cell.length > WIDEST ? `${cell.slice(0, WIDEST - 1)}…` : cell);
const oneLine = (cell: string): string => cut(cell.replace(/\s*[\r\n]+\s*/g, ' '));

/** Header, rule, rows; `foot` is a last row behind a rule. */
export function tableText(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  foot?: readonly string[],
): string {
  const body = rows.map((row) => row.map(oneLine));
  const all = [columns.map((column) => column.header), ...body, ...(foot ? [foot] : [])];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ right }, i) => (right ? (cells[i] ?? '').padStart(widths[i]!) : (cells[i] ?? '').padEnd(widths[i]!)))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return [line(all[0]!), rule, ...body.map(line), ...(foot ? [rule, line(foot)] : [])].join('\n');
}
