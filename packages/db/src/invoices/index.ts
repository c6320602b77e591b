// Front door of invoices: reading.
export * from './applied.ts';
export * from './documents.ts';
export * from './list.ts';
export type { InvoiceNarrowing, NarrowState } from './narrow.ts';
export * from './read.ts';
export { type InvoiceListRow, invoiceColumns, invoiceTables } from './row.ts';
export { numberKey, textAfter } from './search.ts';
export * from './timeline.ts';
