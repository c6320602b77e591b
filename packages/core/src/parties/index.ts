// Front door of parties.
export * from './customer.ts';
export * from './identifiers.ts';
