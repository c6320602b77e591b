// Front door of jobs.
export * from './run-jobs.ts';
