// Own handlers: the routes the server answers by itself, because they touch cookies or the process: auth, session, health.
import { type Api, PASSWORD_MIN } from '@quittance/contracts/api';
import type { Refusal } from '@quittance/contracts/refusals';
import type { Route, RouteOutput, RouteRefusal, RouteRequest } from '@quittance/contracts/route';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import { hasUsers } from '@quittance/db/users';
import { noteOwnPassword, noteSignIn } from '@quittance/usecases/users';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  changePassword,
  closeSession,
  endOtherSessions,
  listOwnSessions,
  openSession,
  type SignInGuard,
  updateProfile,
} from '../auth/index.ts';
import type { ContextOf, OwnResource } from '../services/index.ts';
import type { ContextSources } from './context.ts';
import { COMPANY_COOKIE, findPlace, ORG_COOKIE } from './place.ts';
import { sessionViewOf } from './session-view.ts';

/** One exchange with a browser. */
export type Exchange = Readonly<{ request: FastifyRequest; reply: FastifyReply }>;

/** A handler that may touch cookies. */
export type OwnHandler<R extends Route> = (
  context: ContextOf<R>,
  input: RouteRequest<R>,
  exchange: Exchange,
) => Promise<Result<RouteOutput<R>, Refusal<RouteRefusal<R> | 'unavailable'>>>;

/** All of them. */
export type OwnHandlers = {
  readonly [R in OwnResource]: {
    readonly [N in keyof Api[R]]: Api[R][N] extends Route ? OwnHandler<Api[R][N]> : never;
  };
};

/** What they need. */
export type OwnSources = ContextSources & Readonly<{ guard: SignInGuard; secureCookies: boolean }>;

const YEAR_SECONDS = 365 * 86_400;
const done = ok({ ok: true } as const);

const authHandlers = ({ db, identity, guard }: OwnSources): OwnHandlers['auth'] => ({
  async signIn(_, { body }, { request, reply }) {
    guard.admit(request.ip, body.email);
    const cookies = await openSession(identity, request, body);
    if (cookies === null) return refuse({ code: 'wrong_credentials' });
    guard.succeeded(request.ip, body.email);
    await noteSignIn(db, body.email);
    reply.header('set-cookie', cookies);
    return done;
  },
  async signOut(_, __, { request, reply }) {
    reply.header('set-cookie', await closeSession(identity, request));
    return done;
  },
  async changePassword({ user }, { body }, { request, reply }) {
    const own = [user.name, user.email].map((text) => text.toLowerCase());
    const isSame = body.newPassword === body.currentPassword;
    if (isSame || own.includes(body.newPassword.toLowerCase()))
      return refuse({ code: 'weak_password', facts: { minimum: PASSWORD_MIN } });
    guard.admit(request.ip, user.email);
    const cookies = await changePassword(identity, request, body);
    if (cookies === null) return refuse({ code: 'wrong_credentials' });
    guard.succeeded(request.ip, user.email);
    await noteOwnPassword(db, user.userId);
    reply.header('set-cookie', cookies);
    return done;
  },
});

const sessionHandlers = ({ db, identity, secureCookies }: OwnSources): OwnHandlers['session'] => {
  const viewOf = async (user: Parameters<typeof sessionViewOf>[0], request: FastifyRequest) =>
    ok(sessionViewOf(user, await findPlace(db, user.userId, request)));
  const remember = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies, maxAge: YEAR_SECONDS } as const;
  return {
    get: ({ user }, _, { request }) => viewOf(user, request),
    async choose({ user }, { body }, { request, reply }) {
      const place = await findPlace(db, user.userId, request, body);
      if (!place.membership) return refuse({ code: 'organization_unknown' });
      if (body.company !== undefined && !place.company) return refuse({ code: 'company_unknown' });
      reply.setCookie(ORG_COOKIE, place.membership.slug, remember);
      if (place.company) reply.setCookie(COMPANY_COOKIE, place.company.code, remember);
      return ok(sessionViewOf(user, place));
    },
    async updateProfile({ user }, { body }, { request }) {
      await updateProfile(identity, request, body);
      const { name = user.name, language = user.language } = body;
      return viewOf({ ...user, name, language }, request);
    },
    sessions: async (_, __, { request }) => ok({ items: await listOwnSessions(identity, request) }),
    async endOthers(_, __, { request }) {
      await endOtherSessions(identity, request);
      return ok({ items: await listOwnSessions(identity, request) });
    },
  };
};

const healthHandlers = ({ db }: OwnSources): OwnHandlers['health'] => ({
  live: async () => ok({ status: 'ok' as const }),
  ready: () =>
    hasUsers(db).then(
      () => ok({ status: 'ok' as const }),
      () => refuse({ code: 'unavailable' as const }),
    ),
});

/** The handlers, ready to be registered beside the services. */
export const createOwnHandlers = (sources: OwnSources): OwnHandlers => ({
  auth: authHandlers(sources),
  session: sessionHandlers(sources),
  health: healthHandlers(sources),
});
