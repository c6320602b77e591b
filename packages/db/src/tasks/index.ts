// Front door of tasks: reading.
export * from './read.ts';
