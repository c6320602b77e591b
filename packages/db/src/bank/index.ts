// Front door of bank accounts and statements: reading. Writing is `@quittance/db/bank/write`, for use cases alone.
export * from './accounts.ts';
export * from './layout-account.ts';
export * from './statements.ts';
