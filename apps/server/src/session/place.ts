// Place: in which organization and company a request stands. The header says it, else the cookie, else the only one there is.

import type {} from '@fastify/cookie'; // types request.cookies
import { COMPANY_HEADER, ORG_HEADER } from '@quittance/contracts/client';
import { narrowedPermissions, type Permission, ROLE_PERMISSIONS } from '@quittance/core/access';
import type { CompanyRow } from '@quittance/db/companies';
import type { Database } from '@quittance/db/tx';
import { listMemberships, type Membership } from '@quittance/db/users';
import type { FastifyRequest } from 'fastify';
import { readCompanies, recentCompanies } from './recent-companies.ts';

/** Cookie remembering the chosen organization. */
export const ORG_COOKIE = 'quittance_org';
/** Cookie remembering the chosen company. */
export const COMPANY_COOKIE = 'quittance_company';

/** An organization and a company asked for by name. */
export type Wish = Readonly<{ org?: string | undefined; company?: string | undefined }>;

/** Where a user may stand, and where they stand; `membership` or `company` is absent when unclear or not theirs. */
export type Place = Readonly<{
  memberships: readonly Membership[];
  membership: Membership | undefined;
  companies: readonly CompanyRow[];
  company: CompanyRow | undefined;
}>;

const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const choose = <T>(
  all: readonly T[],
  wish: string | undefined,
  cookie: string | undefined,
  name: (item: T) => string,
): T | undefined => {
  if (wish !== undefined) return all.find((item) => name(item) === wish);
  return all.find((item) => name(item) === cookie) ?? (all.length === 1 ? all[0] : undefined);
};

/** What a request asks for: by header, which must be right, or by cookie, which only counts while it is. */
const wishOf = (request: FastifyRequest): Wish => ({
  org: one(request.headers[ORG_HEADER]),
  company: one(request.headers[COMPANY_HEADER]),
});

type Found = Readonly<{ companies: readonly CompanyRow[]; company: CompanyRow | undefined }>;

const chooseCompany = (
  companies: readonly CompanyRow[],
  wish: string | undefined,
  cookie: string | undefined,
): Found => {
  const chosen = choose(companies, wish, cookie, (c) => c.code);
  return { companies, company: chosen ?? (wish === undefined ? companies[0] : undefined) };
};

/** Finds the place a request (or `wish`, when given) asks for, among those of its user. */
export async function findPlace(
  db: Database,
  userId: string,
  request: FastifyRequest,
  wish: Wish = wishOf(request),
): Promise<Place> {
  const memberships = await listMemberships(db, userId);
  const membership = choose(memberships, wish.org, request.cookies[ORG_COOKIE], (m) => m.slug);
  if (membership === undefined) return { memberships, membership, companies: [], company: undefined };
  const companies = await readCompanies(db, membership.orgId);
  return { memberships, membership, ...chooseCompany(companies, wish.company, request.cookies[COMPANY_COOKIE]) };
}

/**
 * The same for a request that only needs to know where it stands: whether the user is a member, and as what, is asked anew; the
 * organization's companies may be those of a few seconds ago, and are asked for again where the one wished for is not among them.
 */
export async function findStanding(
  db: Database,
  userId: string,
  request: FastifyRequest,
): Promise<Pick<Place, 'membership' | 'company'>> {
  const wish = wishOf(request);
  const membership = choose(await listMemberships(db, userId), wish.org, request.cookies[ORG_COOKIE], (m) => m.slug);
  if (membership === undefined) return { membership, company: undefined };
  const cookie = request.cookies[COMPANY_COOKIE];
  const recent = recentCompanies(db, membership.orgId);
  const known = recent && chooseCompany(recent, wish.company ?? cookie, cookie).company;
  if (known) return { membership, company: known };
  const { company } = chooseCompany(await readCompanies(db, membership.orgId), wish.company, cookie);
  return { membership, company };
}

/** What a member may do: their role's permissions, less what concerns the whole company where they have a portfolio. */
export const permissionsOf = ({ role, portfolio }: Membership): readonly Permission[] =>
  portfolio ? narrowedPermissions(ROLE_PERMISSIONS[role]) : ROLE_PERMISSIONS[role];
