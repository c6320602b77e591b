// Front door of files: reading. Writing is `@quittance/db/files/write`, for use cases alone.
export * from './read.ts';
