// Front door of the FEC reader.
export type { UnbalancedEntry } from './facts/entries.ts';
export { type FecFileName, readFecFileName } from './layout/file-name.ts';
export { looksLikeFec } from './layout/layout.ts';
export { type FecBatch, type FecOptions, type FecReading, readFec } from './read-fec.ts';
export type { FecSummary, FecVariant } from './summary.ts';
