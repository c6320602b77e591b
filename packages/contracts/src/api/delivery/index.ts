// Front door of delivery: the outbox.
export * from './outbox.ts';
export * from './outbox-views.ts';
