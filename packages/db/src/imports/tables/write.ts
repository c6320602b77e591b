// Door of the writing of table files. Only use cases call it.
export * from './customers.ts';
export * from './due-dates.ts';
export * from './invoices.ts';
export * from './payments.ts';
export * from './stage.ts';
