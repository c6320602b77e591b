// Front door of users.
export * from './change-rights.ts';
export * from './create-user.ts';
export * from './disable-user.ts';
export * from './invite-user.ts';
export * from './password-rules.ts';
export * from './set-up.ts';
export * from './sign-in.ts';
export type { RightsRefusal } from './take-member.ts';
