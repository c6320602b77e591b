// Context of a request: session → user → organization → role → permission → company, each a door that may stay shut.
import type { Access } from '@quittance/contracts/route';
import { type Permission, portfolioScope } from '@quittance/core/access';
import type { Database } from '@quittance/db/tx';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Identity, readSession } from '../auth/index.ts';
import { Refused } from '../problems/index.ts';
import type { OrgContext, PublicContext, UserContext } from '../services/index.ts';
import { findStanding, permissionsOf } from './place.ts';
import { parseAcceptLanguage } from './reader-language.ts';

/** What resolving a context needs. */
export type ContextSources = Readonly<{ db: Database; identity: Identity }>;

/** The context of anybody. */
export const publicContext = (request: FastifyRequest): PublicContext => ({
  language: parseAcceptLanguage(request.headers['accept-language']) ?? 'fr',
  requestId: String(request.id),
});

/** @throws Refused `not_signed_in` */
export async function userContext(
  sources: ContextSources,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<UserContext> {
  const session = await readSession(sources.identity, request);
  if (session === null) throw new Refused('not_signed_in');
  if (session.cookies.length > 0) reply.header('set-cookie', session.cookies);
  const language = parseAcceptLanguage(request.headers['accept-language']) ?? session.user.language;
  return { language, requestId: String(request.id), user: session.user };
}

/** @throws Refused `not_signed_in`, `password_change_required`, `organization_required`, `forbidden`, `company_required`, in this order */
export async function orgContext(
  sources: ContextSources,
  request: FastifyRequest,
  reply: FastifyReply,
  permission: Permission,
): Promise<OrgContext> {
  const context = await userContext(sources, request, reply);
  if (context.user.mustChangePassword) throw new Refused('password_change_required');
  const { membership, company } = await findStanding(sources.db, context.user.userId, request);
  if (membership === undefined) throw new Refused('organization_required');
  if (!permissionsOf(membership).includes(permission))
    throw new Refused('forbidden', { role: membership.role, permission });
  if (company === undefined) throw new Refused('company_required');
  return {
    ...context,
    orgId: membership.orgId,
    org: membership.slug,
    role: membership.role,
    portfolio: portfolioScope(membership.portfolio, context.user.email),
    companyId: company.companyId,
    company: company.code,
    actor: `user:${context.user.userId}`,
  };
}

/** The context a route asks for. */
export function contextFor(
  access: Access,
  sources: ContextSources,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PublicContext | UserContext | OrgContext> {
  if (access === 'public') return Promise.resolve(publicContext(request));
  if (access === 'signed_in') return userContext(sources, request, reply);
  return orgContext(sources, request, reply, access);
}
