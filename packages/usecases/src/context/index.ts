// Front door of the context.
export * from './context.ts';
