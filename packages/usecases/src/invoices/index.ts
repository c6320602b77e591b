// Front door of invoices.
export * from './attach-document.ts';
export * from './change-due-date.ts';
export * from './export-invoices.ts';
export * from './list-page.ts';
export * from './match-document.ts';
