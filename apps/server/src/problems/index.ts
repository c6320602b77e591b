// Front door of problems.
export * from './field-errors.ts';
export * from './problem.ts';
export * from './refused.ts';
export * from './statuses.ts';
