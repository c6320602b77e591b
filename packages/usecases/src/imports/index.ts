// Front door of imports.

export { errorsCsv } from './errors-csv.ts';
export { forgetMapping } from './forget-mapping.ts';
export { type ImportAllRequest, importAll } from './import-all.ts';
export { type ImportRequest, importFile } from './import-file.ts';
export { type Inspection, type InspectRequest, inspectFile } from './inspect-file.ts';
export { type ChosenColumns, mappingFor } from './mapping-for.ts';
export { findOtherSiren } from './other-company.ts';
export type { ImportPhase, ImportProgress } from './progress.ts';
export * from './report.ts';
export { summarise } from './summarise.ts';
export * from './tables/estimate-again.ts';
export * from './withdraw-file.ts';
