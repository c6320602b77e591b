// Front door of invoices: reading.
export * from './list.ts';
export type { InvoiceNarrowing, NarrowState } from './narrow.ts';
export * from './read.ts';
export type { InvoiceListRow } from './row.ts';
