// Signing in and out: the two doors of the identity library, made to speak like the others.
import type { ClientOptions } from './client.ts';
import { ApiError, readProblem } from './problem-error.ts';
import { CSRF_HEADER } from './request.ts';

const post = async (options: ClientOptions, path: string, body: unknown): Promise<void> => {
  const send = options.fetch ?? fetch;
  const headers = { 'content-type': 'application/json', accept: 'application/json', [CSRF_HEADER]: '1' };
  const context = options.context?.();
  const response = await send(`${options.baseUrl ?? ''}/api/auth${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...headers, ...(context?.language ? { 'accept-language': context.language } : {}), ...context?.headers },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new ApiError(0, 'unreachable', null, cause);
  });
  if (!response.ok) throw await readProblem(response);
};

/** Opens a session, kept in an HttpOnly cookie. Throws `wrong_credentials` or `too_many_requests`. */
export const signIn = (email: string, password: string, options: ClientOptions = {}): Promise<void> =>
  post(options, '/sign-in/email', { email, password, rememberMe: true });

/** Ends the session on this device. */
export const signOut = (options: ClientOptions = {}): Promise<void> => post(options, '/sign-out', {});
