// Front door of customers: reading.
export * from './contacts.ts';
export * from './movements.ts';
export * from './read.ts';
export * from './segments.ts';
