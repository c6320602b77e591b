// Front door of invoices.
export * from './attach-document.ts';
