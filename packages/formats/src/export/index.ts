// Front door of exports.
export { type ExportColumn, type ExportKind, type ExportSheet, type ExportValue, sheet } from './columns.ts';
export { decimalText, withoutFormula, writeCsv } from './write-csv.ts';
export { writeXlsx } from './write-xlsx.ts';
