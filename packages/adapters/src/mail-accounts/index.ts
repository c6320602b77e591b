// Front door of mail accounts.
export { createMailAccounts } from './mail-accounts.ts';
