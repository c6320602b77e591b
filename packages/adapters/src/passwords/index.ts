// Front door of passwords.
export { hashPassword, verifyPassword } from './passwords.ts';
