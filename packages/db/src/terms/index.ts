// Front door of agreed terms: reading.
export * from './read.ts';
