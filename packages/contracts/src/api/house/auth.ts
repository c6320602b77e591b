// Auth: opening and closing a session, changing one's password. The session itself lives in an HttpOnly cookie.
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { PASSWORD_MIN } from './setup.ts';

const done = z.strictObject({ ok: z.literal(true) });

export const auth = {
  signIn: route({
    method: 'POST',
    path: '/api/auth/sign-in',
    permission: 'public',
    summary: 'Open a session with e-mail and password; attempts are limited by address and by account.',
    body: z.strictObject({
      email: z.string().trim().min(1).max(254),
      password: z.string().min(1).max(128),
      /** Keep the session when the browser closes. */
      remember: z.boolean().default(true),
    }),
    output: done,
    refusals: ['wrong_credentials'],
  }),
  signOut: route({
    method: 'POST',
    path: '/api/auth/sign-out',
    permission: 'public',
    summary: 'Close the session of this browser; does nothing where there is none.',
    output: done,
    refusals: [],
  }),
  changePassword: route({
    method: 'POST',
    path: '/api/auth/change-password',
    permission: 'signed_in',
    summary: 'Change one’s own password; every other session of the user ends.',
    body: z.strictObject({
      currentPassword: z.string().min(1).max(128),
      newPassword: z.string().min(PASSWORD_MIN).max(128),
    }),
    output: done,
    refusals: ['wrong_credentials', 'weak_password'],
  }),
};
