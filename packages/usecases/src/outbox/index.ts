// Front door of the outbox.
export * from './correct-actions.ts';
export * from './edit-message.ts';
export * from './export-outbox.ts';
export * from './keep-proof.ts';
export * from './letters-waiting.ts';
export * from './post-batch.ts';
export * from './print-letters.ts';
