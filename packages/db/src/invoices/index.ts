// Front door of invoices: reading.
export * from './list.ts';
export * from './read.ts';
export type { InvoiceListRow } from './row.ts';
