// Front door of organizations: reading.
export * from './read.ts';
