// Front door of customers.
export * from './change-customers.ts';
export * from './change-identity.ts';
export { filtersOf } from './customer-list.ts';
export * from './documents.ts';
export * from './edit-contact.ts';
export * from './export-customers.ts';
export * from './message-by-hand.ts';
export * from './notes.ts';
export * from './statement.ts';
