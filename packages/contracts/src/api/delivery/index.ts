// Front door of delivery: the outbox.
export * from './outbox.ts';
