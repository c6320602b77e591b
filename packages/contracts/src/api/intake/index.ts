// Front door of intake: imports.
export * from './import-views.ts';
export * from './imports.ts';
