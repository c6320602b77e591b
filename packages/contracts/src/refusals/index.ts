// Front door of refusals.
export * from './codes.ts';
export * from './problem.ts';
