// Front door of what is done with customers: bulk changes, identity, timeline, notes, documents, messages outside the ladder.
export * from './bulk.ts';
export * from './documents.ts';
export * from './filters.ts';
export * from './identity.ts';
export * from './messages.ts';
export * from './notes.ts';
export * from './timeline.ts';
