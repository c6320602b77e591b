// Front door of search.
export * from './find-anything.ts';
