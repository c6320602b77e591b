// Front door of house: session, set-up, companies, journal, health.
export * from './companies.ts';
export * from './health.ts';
export * from './journal.ts';
export * from './session.ts';
export * from './setup.ts';
