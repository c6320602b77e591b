// Front door of agreed terms.
export * from './check-agreed-terms.ts';
export { sectorOf } from './sector.ts';
