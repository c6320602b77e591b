// Front door of the outbox: reading.

export * from './message-facts.ts';
export * from './print.ts';
export * from './read.ts';
export * from './rows.ts';
export * from './workers.ts';
