// Front door of session.
export * from './use-actor.ts';
export * from './use-session.ts';
