// Front door of dunning facts: reading.
export * from './read.ts';
