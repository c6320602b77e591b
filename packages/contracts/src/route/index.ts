// Front door of route.
export * from './files.ts';
export * from './route.ts';
