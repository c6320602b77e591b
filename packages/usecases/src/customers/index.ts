// Front door of customers.
export * from './edit-contact.ts';
export * from './statement.ts';
