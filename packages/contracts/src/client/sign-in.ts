// Signing in and out, in words.
import { api } from '../api/index.ts';
import { type ClientOptions, createClient } from './client.ts';

/** Opens a session, kept in an HttpOnly cookie. Throws ApiError `wrong_credentials` or `too_many_requests`. */
export async function signIn(email: string, password: string, options: ClientOptions = {}): Promise<void> {
  await createClient(options)(api.auth.signIn, { body: { email, password } });
}

/** Ends the session on this device. */
export async function signOut(options: ClientOptions = {}): Promise<void> {
  await createClient(options)(api.auth.signOut);
}
