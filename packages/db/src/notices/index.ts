// Front door of notices: reading.
export * from './read.ts';
