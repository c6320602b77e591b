// Door of the steps of an import of books, in the order in which they are taken. Only use cases call them.
export * from './bank-payments.ts';
export * from './facts.ts';
export * from './lettering.ts';
export * from './openings.ts';
export * from './stage.ts';
export * from './tie.ts';
export * from './transfers.ts';
export * from './withdrawals.ts';
