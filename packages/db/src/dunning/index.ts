// Front door of dunning facts: reading.

export * from './holds.ts';
export * from './read.ts';
export * from './scenarios.ts';
