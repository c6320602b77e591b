// Front door of dunning facts: reading.
export * from './read.ts';
export * from './holds.ts';
export * from './scenarios.ts';
