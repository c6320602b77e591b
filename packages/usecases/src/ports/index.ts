// Front door of the ports: the line between the house and the outside. Use cases see these types, never an adapter.

export * from './balance-printer.ts';
export * from './clock.ts';
export * from './letter-renderer.ts';
export * from './mail-accounts.ts';
export * from './mail-sender.ts';
export * from './message-renderer.ts';
export * from './password-hasher.ts';
export * from './print-batch.ts';
export * from './template-engine.ts';
