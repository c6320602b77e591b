// Front door of search: reading.
export * from './customers.ts';
export * from './invoices.ts';
