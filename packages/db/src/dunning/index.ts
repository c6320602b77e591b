// Front door of dunning facts: reading.

export * from './attention.ts';
export * from './holds.ts';
export * from './read.ts';
export * from './scenarios.ts';
export * from './tags.ts';
