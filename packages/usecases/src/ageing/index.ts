// Front door of ageing: the aged balance and the indicators, as of any day.
export * from './aged-balance-page.ts';
export * from './aged-balance-report.ts';
export { rememberByMark } from './by-mark.ts';
export * from './export-aged-balance.ts';
export type { GroupBy } from './find-lines.ts';
export * from './print-aged-balance.ts';
export * from './read-dashboard.ts';
export * from './read-kpis.ts';
