// Front door of start.
export * from './settings.ts';
export * from './start-server.ts';
