// Front door of customers: reading.
export * from './contacts.ts';
export * from './list.ts';
export * from './movements.ts';
export * from './notes.ts';
export * from './read.ts';
export * from './segments.ts';
export * from './timeline.ts';
