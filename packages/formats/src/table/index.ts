// Front door of table: mapped rows of any spreadsheet-like file to neutral records.
export type { DecimalMark } from './amount.ts';
export { type Cell, cellText, type TableRow } from './cell.ts';
export { COLUMNS, plainHeader } from './columns.ts';
export { type DateOrder, dayOfSerial } from './day.ts';
export { guessMapping, kindConfidence, type MappingGuess } from './guess.ts';
export { inspectRows, type TableInspection } from './inspect.ts';
export { formatMapping, type MappingRefusal, parseMapping, type TableMapping } from './mapping.ts';
export {
  type RowSource,
  readTable,
  type TableBatch,
  type TableOptions,
  type TableReading,
  type TableSummary,
} from './read-table.ts';
