// Front door of the outbox.
export * from './correct-actions.ts';
export * from './keep-proof.ts';
export * from './print-letters.ts';
