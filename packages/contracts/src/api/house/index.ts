// Front door of house: auth, session, set-up, companies, journal, health, views.
export * from './auth.ts';
export * from './backups.ts';
export * from './channels.ts';
export * from './companies.ts';
export * from './health.ts';
export * from './journal.ts';
export * from './notices.ts';
export * from './search.ts';
export * from './session.ts';
export * from './setup.ts';
export * from './start.ts';
export * from './users.ts';
export * from './views.ts';
