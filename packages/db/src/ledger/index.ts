// Front door of the ledger: reading.
export * from './read-open.ts';
