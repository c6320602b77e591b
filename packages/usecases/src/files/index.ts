// Front door of files.
export * from './keep-file.ts';
