// One row of a table through its mapping: typed access to cells; what cannot be read becomes a row error.
import { type Cents, type Day, type RowError, rowError } from '@quittance/core/kernel';
import type { NoteBook } from '../text/index.ts';
import { centsOfNumber, readAmount } from './amount.ts';
import { type Cell, cellText, type TableRow } from './cell.ts';
import { columnSpec } from './columns.ts';
import { dayOfSerial, readDay } from './day.ts';
import type { TableMapping } from './mapping.ts';
import { remembered } from './memo.ts';

const AMOUNT_EXPECTED = 'an amount such as 1234.56 or 1 234,56';
const DAY_EXPECTED = 'a day such as 2026-03-31 or 31/03/2026';

/** Thrown inside a row that must be left out; its error is already listed. */
export class RowLeftOut extends Error {}

/** Reads the cells of one file's rows by canonical name. */
export class RowReader {
  readonly errors: RowError[] = [];
  private readonly mapping: TableMapping;
  private readonly indexOf = new Map<string, number>();
  private readonly notes: NoteBook;
  private readonly is1904: boolean;
  private readonly textDay: (text: string) => Day | null;
  private readonly checks = new Map<string, (text: string) => unknown>();
  private current: TableRow = { row: 0, cells: [] };

  constructor(mapping: TableMapping, headers: readonly string[], file: { notes: NoteBook; is1904: boolean }) {
    this.mapping = mapping;
    this.notes = file.notes;
    this.is1904 = file.is1904;
    this.textDay = remembered((text) => readDay(text, mapping.dateOrder));
    for (const [name, header] of Object.entries(mapping.columns)) {
      const index = headers.indexOf(header);
      if (index >= 0) this.indexOf.set(name, index);
    }
  }

  /** Moves to another row. */
  at(row: TableRow): void {
    this.current = row;
  }

  get row(): number {
    return this.current.row;
  }

  /** Whether the file has this column. */
  has(name: string): boolean {
    return this.indexOf.has(name);
  }

  private cell(name: string): Cell {
    const index = this.indexOf.get(name);
    const cell = index === undefined ? '' : (this.current.cells[index] ?? '');
    return typeof cell === 'string' ? cell.trim() : cell;
  }

  /** The text of a column, or null when blank. */
  text(name: string): string | null {
    return cellText(this.cell(name)) || null;
  }

  /** The text of a required column. @throws RowLeftOut */
  needText(name: string): string {
    return this.text(name) ?? this.leaveOut(name, 'missing_value', 'a value');
  }

  /** The amount of a column, or null when blank. @throws RowLeftOut when it cannot be read: never zero. */
  amount(name: string): Cents | null {
    const cell = this.cell(name);
    if (cell === '') return null;
    if (typeof cell === 'number') return this.number(name, cell);
    const read = readAmount(cell, this.mapping.decimalMarks[name] ?? null);
    return read.ok ? read.cents : this.leaveOut(name, read.code, AMOUNT_EXPECTED);
  }

  /** The amount of a required column. @throws RowLeftOut */
  needAmount(name: string): Cents {
    return this.amount(name) ?? this.leaveOut(name, 'missing_value', AMOUNT_EXPECTED);
  }

  private number(name: string, value: number): Cents {
    if (!(Math.abs(value) < 1e13)) return this.leaveOut(name, 'unreadable_amount', AMOUNT_EXPECTED);
    const { cents, isRounded } = centsOfNumber(value);
    if (isRounded) this.notes.add('amount_rounded', this.row, `${name}: ${value}`);
    return cents;
  }

  /** The day of a column, or null when blank. @throws RowLeftOut */
  day(name: string): Day | null {
    const cell = this.cell(name);
    if (cell === '') return null;
    const read = typeof cell === 'number' ? this.numberDay(cell) : this.textDay(cell);
    return read ?? this.leaveOut(name, 'unreadable_date', DAY_EXPECTED);
  }

  /** A number in a day column is a serial, unless it spells YYYYMMDD. */
  private numberDay(value: number): Day | null {
    return value > 19_000_000 ? readDay(String(value), 'dmy') : dayOfSerial(value, this.is1904);
  }

  /** The day of a required column. @throws RowLeftOut */
  needDay(name: string): Day {
    return this.day(name) ?? this.leaveOut(name, 'missing_value', DAY_EXPECTED);
  }

  /** A checked optional value: what the check does not know is listed as an error and left out, the row stays. */
  checked<T>(name: string, check: (text: string) => T | null, expected: string): T | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = this.remember(name, check)(text);
    if (value === null) this.list(name, 'unknown_value', expected);
    return value;
  }

  /** A checked required value. @throws RowLeftOut when blank or not known. */
  needChecked<T>(name: string, check: (text: string) => T | null, expected: string): T {
    return this.remember(name, check)(this.needText(name)) ?? this.leaveOut(name, 'unknown_value', expected);
  }

  private remember<T>(name: string, check: (text: string) => T | null): (text: string) => T | null {
    const known = this.checks.get(name) ?? remembered(check);
    this.checks.set(name, known);
    return known as (text: string) => T | null;
  }

  /** Lists an error of this row. */
  list(name: string, code: string, expected: string): void {
    const header = this.mapping.columns[name] ?? columnSpec(this.mapping.kind, name).name;
    this.errors.push(rowError(this.row, header, code, cellText(this.cell(name)), expected));
  }

  /** Lists an error and leaves the row out. @throws RowLeftOut always. */
  leaveOut(name: string, code: string, expected: string): never {
    this.list(name, code, expected);
    throw new RowLeftOut();
  }
}
