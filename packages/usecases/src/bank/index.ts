// Front door of bank accounts.
export * from './gaps.ts';
export * from './identify-account.ts';
export * from './join-accounts.ts';
export * from './rename-account.ts';
