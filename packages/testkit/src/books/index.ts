// Front door: invented books, and a look at the ledger they make.
export * from './fec-text.ts';
export * from './ledger-look.ts';
