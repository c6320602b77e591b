// Front door of tasks.
export * from './log-outcome.ts';
