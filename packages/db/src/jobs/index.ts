// Front door of jobs: reading.
export * from './read.ts';
