// Front door of penalties: reading.
export * from './read.ts';
