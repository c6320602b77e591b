// Front door of services.
export * from './context.ts';
export * from './files.ts';
export * from './services.ts';
