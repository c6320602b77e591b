// Front door of imports: reading. Writing is `@quittance/db/imports/write`, for use cases alone.
export * from './changes.ts';
export * from './mappings.ts';
export * from './read.ts';
