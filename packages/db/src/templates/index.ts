// Front door of templates: reading.
export * from './read.ts';
