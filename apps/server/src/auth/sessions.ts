// Sessions: the identity library as our routes use it: open, close, read, change the password. Cookies come back to be set.

import type { Language } from '@quittance/core/parties';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyRequest } from 'fastify';
import { CLIENT_IP_HEADER, type Identity } from './identity.ts';

/** A signed-in user, as the session knows them. */
export type SignedIn = Readonly<{
  userId: string;
  name: string;
  email: string;
  language: Language;
  /** Their password is one that somebody else has seen. */
  mustChangePassword: boolean;
}>;

const headersOf = (request: FastifyRequest): Headers => {
  const headers = fromNodeHeaders(request.headers);
  headers.set(CLIENT_IP_HEADER, request.ip);
  return headers;
};

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500;

const refusalToNull = (error: unknown): null => {
  if (isRefusal(error)) return null;
  throw error;
};

/** Opens a session; its cookies, or null when address or password do not match or the user is disabled. */
export async function openSession(
  identity: Identity,
  request: FastifyRequest,
  proof: Readonly<{ email: string; password: string; remember: boolean }>,
): Promise<string[] | null> {
  const body = { email: proof.email.toLowerCase(), password: proof.password, rememberMe: proof.remember };
  const opened = await identity.api
    .signInEmail({ body, headers: headersOf(request), returnHeaders: true })
    .catch(refusalToNull);
  if (opened === null || ('disabled' in opened.response.user && opened.response.user.disabled === true)) return null;
  return opened.headers.getSetCookie();
}

/** Closes the session of the request; the cookies that clear it. */
export async function closeSession(identity: Identity, request: FastifyRequest): Promise<string[]> {
  const closed = await identity.api.signOut({ headers: headersOf(request), returnHeaders: true }).catch(refusalToNull);
  return closed?.headers.getSetCookie() ?? [];
}

/** The user of the request's session, and the cookies that prolong it; null without a live session. */
export async function readSession(
  identity: Identity,
  request: FastifyRequest,
): Promise<Readonly<{ user: SignedIn; cookies: string[] }> | null> {
  if (!request.headers.cookie) return null;
  const found = await identity.api
    .getSession({ headers: headersOf(request), returnHeaders: true })
    .catch(refusalToNull);
  const user = found?.response?.user;
  if (!user || user.disabled) return null;
  const language: Language = user.language === 'en' ? 'en' : 'fr';
  const mustChangePassword = user.mustChangePassword === true;
  const signedIn = { userId: user.id, name: user.name, email: user.email, language, mustChangePassword };
  return { user: signedIn, cookies: found.headers.getSetCookie() };
}

/** Changes the password and ends the user's other sessions; the new cookies, or null when the current one does not match. */
export async function changePassword(
  identity: Identity,
  request: FastifyRequest,
  passwords: Readonly<{ currentPassword: string; newPassword: string }>,
): Promise<string[] | null> {
  const body = { ...passwords, revokeOtherSessions: true };
  const changed = await identity.api
    .changePassword({ body, headers: headersOf(request), returnHeaders: true })
    .catch(refusalToNull);
  return changed?.headers.getSetCookie() ?? null;
}

/** Changes the name or the language of the session's user. */
export async function updateProfile(
  identity: Identity,
  request: FastifyRequest,
  profile: Readonly<{ name?: string | undefined; language?: Language | undefined }>,
): Promise<void> {
  const body = {
    ...(profile.name === undefined ? {} : { name: profile.name }),
    ...(profile.language === undefined ? {} : { language: profile.language }),
  };
  await identity.api.updateUser({ body, headers: headersOf(request) });
}

/** A session of the user's, for them to recognise: where it comes from, since when, whether it is this one. */
export type OwnSession = Readonly<{
  openedAt: string;
  seenAt: string;
  address: string | null;
  browser: string | null;
  isThis: boolean;
}>;

/** The user's open sessions, this one first. */
export async function listOwnSessions(identity: Identity, request: FastifyRequest): Promise<OwnSession[]> {
  const headers = headersOf(request);
  const here = await identity.api.getSession({ headers });
  const all = await identity.api.listSessions({ headers });
  return all
    .map((session) => ({
      openedAt: session.createdAt.toISOString(),
      seenAt: session.updatedAt.toISOString(),
      address: session.ipAddress || null,
      browser: session.userAgent || null,
      isThis: session.token === here?.session.token,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis) || (a.seenAt < b.seenAt ? 1 : -1));
}

/** Ends every session of the user but the request's. */
export const endOtherSessions = async (identity: Identity, request: FastifyRequest): Promise<void> => {
  await identity.api.revokeOtherSessions({ headers: headersOf(request) });
};
