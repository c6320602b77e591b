// Front door of access.
export * from './permissions.ts';
export * from './portfolio.ts';
export * from './roles.ts';
