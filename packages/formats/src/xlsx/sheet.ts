// The rows of one sheet (ECMA-376), streamed: shared and inline strings, numbers, dates by style, booleans, formula results.
import { type Cell, dayOfSerial, type TableRow } from '../table/index.ts';
import { RefusalSignal } from '../text/index.ts';
import type { ZipFile } from '../zip/index.ts';
import type { Workbook } from './workbook.ts';
import { parsePart } from './xml-part.ts';

/** Rows of a sheet beyond this are refused: the format itself knows no more (1 048 576). */
const MOST_ROWS = 1_048_576;
/** Columns beyond this are not looked at. */
const MOST_COLUMNS = 256;

type OpenCell = { column: number; type: string; style: number; value: string };

/** Collects rows while the sheet is parsed. */
class RowCollector {
  rows: TableRow[] = [];
  private readonly book: Workbook;
  private row = 0;
  private column = -1;
  private cells: Cell[] = [];
  private cell: OpenCell | null = null;
  private inValue = false;

  constructor(book: Workbook) {
    this.book = book;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes.r);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.inValue = this.cell !== null;
    else if (name === 'rPh') this.inValue = false;
  }

  text(text: string): void {
    if (this.inValue && this.cell) this.cell.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row' && this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells });
  }

  private openRow(number: string | undefined): void {
    const given = Number(number);
    this.row = given > this.row ? given : this.row + 1;
    this.column = -1;
    this.cells = [];
    if (this.row <= MOST_ROWS) return;
    throw new RefusalSignal('workbook_too_large', { seen: `row ${this.row}`, expected: `at most ${MOST_ROWS} rows` });
  }

  private openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.column = r ? columnIndex(r) : this.column + 1;
    this.cell = { column: this.column, type: t ?? 'n', style: Number(s ?? 0), value: '' };
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell || cell.value === '' || cell.column >= MOST_COLUMNS || cell.column < 0) return;
    while (this.cells.length < cell.column) this.cells.push('');
    this.cells[cell.column] = this.valueOf(cell);
  }

  private valueOf({ type, style, value }: OpenCell): Cell {
    if (type === 's') return (this.book.strings[Number(value)] ?? '').trim();
    if (type !== 'n') return value.trim();
    const number = Number(value);
    if (!Number.isFinite(number)) return value.trim();
    if (!this.book.dateStyles.has(style)) return number;
    return dayOfSerial(number, this.book.is1904) ?? number;
  }
}

/** "AB12" → 27. */
function columnIndex(reference: string): number {
  let index = 0;
  for (const char of reference) {
    const letter = char.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
    if (index > 100_000) break;
  }
  return index - 1;
}

/** The filled rows of a sheet, in batches, numbered as the workbook does. */
export async function* sheetRows(zip: ZipFile, part: string, book: Workbook): AsyncGenerator<TableRow[], void> {
  const collector = new RowCollector(book);
  const handlers = {
    open: collector.open.bind(collector),
    text: collector.text.bind(collector),
    close: collector.close.bind(collector),
  };
  for await (const _ of parsePart(zip, part, handlers)) {
    if (collector.rows.length === 0) continue;
    yield collector.rows;
    collector.rows = [];
  }
}
