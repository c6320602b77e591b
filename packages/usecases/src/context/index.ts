// Front door of the context.
export * from './context.ts';
export * from './persist.ts';
export * from './together.ts';
