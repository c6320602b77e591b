// Front door of intake: neutral records read from files, on their way to ledger facts.
export * from './bank/index.ts';
export * from './fec/index.ts';
export * from './fec-records.ts';
export * from './records.ts';
export * from './tables/index.ts';
