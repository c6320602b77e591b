// Front door of the journal.
export * from './export-journal.ts';
