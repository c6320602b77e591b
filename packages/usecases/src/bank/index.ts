// Front door of bank accounts.
export * from './gaps.ts';
export * from './rename-account.ts';
