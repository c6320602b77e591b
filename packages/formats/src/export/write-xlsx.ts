// Workbook exports, streamed row by row: amounts are numbers with two decimals, days are dates, the header is bold and stays in sight.
import { PassThrough, type Writable } from 'node:stream';
import type { ExportKind, ExportSheet, ExportValue } from './columns.ts';

const FORMATS: Readonly<Partial<Record<ExportKind, string>>> = { cents: '#,##0.00', day: 'dd/mm/yyyy', int: '0' };
const WIDTHS: Readonly<Record<ExportKind, number>> = { text: 28, cents: 14, day: 12, int: 10 };

/** Sheet names of Excel: 31 characters, none of \ / ? * [ ] : and no apostrophe at the ends. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31) || 'Sheet1';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 cannot hold
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text in a workbook is never a formula: it is written as a string cell, 32 767 characters at most. */
const plainText = (text: string): string => text.replace(NOT_XML, '').slice(0, 32_767);

function cellValue(value: ExportValue, kind: ExportKind): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'cents') return Number(value) / 100;
  if (kind === 'int') return Number(value);
  return kind === 'day' ? new Date(`${value}T00:00:00Z`) : plainText(String(value));
}

/** Rows that come without waiting would never let the compressor and the reader work: they are given a turn this often. */
const ROWS_PER_PAUSE = 200;
const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** Resolves when the reader has caught up, or has gone. */
const roomIn = (out: Writable): Promise<void> =>
  new Promise((resume) => {
    out.once('drain', resume);
    out.once('close', resume);
  });

async function fill(out: Writable, sheets: readonly ExportSheet[]): Promise<void> {
  // Loaded when a workbook is written: every other command and the server's start do without its third of a second.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  let written = 0;
  for (const { name, columns, rows } of sheets) {
    const target = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
    target.columns = columns.map(({ header, key, kind }) => ({
      header: plainText(header),
      key,
      width: WIDTHS[kind],
      style: FORMATS[kind] ? { numFmt: FORMATS[kind] } : {},
    }));
    const head = target.getRow(1);
    head.font = { bold: true };
    head.commit();
    for await (const row of rows) {
      target.addRow(columns.map(({ key, kind }) => cellValue(row[key], kind))).commit();
      if (++written % ROWS_PER_PAUSE === 0) await pause();
      if (out.destroyed) return;
      if (out.writableNeedDrain) await roomIn(out);
    }
    target.commit();
  }
  await workbook.commit();
}

/** The bytes of a workbook with one or more sheets. An error of the rows comes out of the iteration. */
export async function* writeXlsx(...sheets: readonly ExportSheet[]): AsyncGenerator<Buffer, void> {
  const out = new PassThrough();
  const filled = fill(out, sheets).catch((error: Error) => {
    out.destroy(error);
  });
  for await (const chunk of out) yield chunk as Buffer;
  await filled;
}
