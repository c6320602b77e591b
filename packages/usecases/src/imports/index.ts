// Front door of imports.
export { type ImportRequest, importFile } from './import-file.ts';
export type { ImportPhase, ImportProgress } from './progress.ts';
export * from './report.ts';
