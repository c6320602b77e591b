// Front door of access.
export * from './permissions.ts';
export * from './roles.ts';
