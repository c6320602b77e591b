// Front door of invoices: reading.
export * from './read.ts';
