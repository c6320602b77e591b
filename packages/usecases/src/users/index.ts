// Front door of users.
export * from './create-user.ts';
export * from './disable-user.ts';
export * from './password-rules.ts';
export * from './set-up.ts';
