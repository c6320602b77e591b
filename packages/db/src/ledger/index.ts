// Front door of the ledger: reading.
export * from './credits.ts';
export * from './read-allocations.ts';
export * from './read-open.ts';
