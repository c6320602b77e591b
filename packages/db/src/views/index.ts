// Front door of saved views: reading.
export * from './read.ts';
