// Front door of the FEC's intake: from lines of the books to facts of the ledger.
export * from './classify-line.ts';
export * from './customer-line.ts';
export * from './doubtful-transfers.ts';
export * from './due-estimate.ts';
export * from './exercise.ts';
export * from './journal-nature.ts';
export * from './letter-groups.ts';
export * from './openings.ts';
