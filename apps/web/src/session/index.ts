// Front door of session.
export * from './use-session.ts';
