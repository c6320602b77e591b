// Front door of CSV: reading, guessing and templates of the five kinds of table files.
export {
  type Cell,
  COLUMNS,
  formatMapping,
  guessMapping,
  kindConfidence,
  type MappingGuess,
  type MappingRefusal,
  parseMapping,
  type TableBatch,
  type TableInspection,
  type TableMapping,
  type TableOptions,
  type TableReading,
  type TableSummary,
} from '../table/index.ts';
export { inspectCsv, readCsv } from './read-csv.ts';
export { templateCsv } from './template.ts';
