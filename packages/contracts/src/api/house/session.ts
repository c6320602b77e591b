// Session: who is signed in, in which organization and company, and what they may do. Signing in and out is /api/auth/*.

import { PERMISSIONS, ROLES } from '@quittance/core/access';
import type { CompanyId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { idValue, instantValue, languageValue, portfolioValue, shortText } from '../../values/index.ts';

const role = z.enum(ROLES);

/** Everything the screens need before they can draw themselves. */
export const sessionView = z.strictObject({
  user: z.strictObject({
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    language: languageValue,
    /** The password is one that somebody else has seen: nothing else is answered before it is changed. */
    mustChangePassword: z.boolean(),
  }),
  organizations: z.array(z.strictObject({ slug: z.string(), name: z.string(), role })),
  /** Where the user stands now; null for a user who belongs nowhere, or to several and has not chosen. */
  current: z
    .strictObject({
      org: z.string(),
      role,
      permissions: z.array(z.enum(PERMISSIONS)),
      /** The customers the user is narrowed to; null: everything. */
      portfolio: portfolioValue.nullable(),
      companies: z.array(
        z.strictObject({
          companyId: idValue<CompanyId>(),
          code: z.string(),
          name: z.string(),
          /** Nothing really leaves, but to customers of `liveSegments`; '' stands for those without a segment. */
          testMode: z.boolean(),
          liveSegments: z.array(z.string()),
        }),
      ),
      /** Code of the company in view; null where the organization has none yet. */
      company: z.string().nullable(),
    })
    .nullable(),
});

const ownSessions = z.strictObject({
  items: z.array(
    z.strictObject({
      openedAt: instantValue,
      seenAt: instantValue,
      address: z.string().nullable(),
      /** The User-Agent as the browser gave it. */
      browser: z.string().nullable(),
      isThis: z.boolean(),
    }),
  ),
});

export type SessionView = z.output<typeof sessionView>;

export const session = {
  get: route({
    method: 'GET',
    path: '/api/v1/session',
    permission: 'signed_in',
    summary: 'The signed-in user, their organizations and rights.',
    output: sessionView,
    refusals: [],
  }),
  choose: route({
    method: 'PUT',
    path: '/api/v1/session/choice',
    permission: 'signed_in',
    summary: 'Stand in another organization or company; remembered in a cookie.',
    body: z.strictObject({ org: shortText, company: shortText.optional() }),
    output: sessionView,
    refusals: ['organization_unknown', 'company_unknown'],
  }),
  updateProfile: route({
    method: 'PATCH',
    path: '/api/v1/session/profile',
    permission: 'signed_in',
    summary: 'Change one’s own name or language.',
    body: z.strictObject({ name: shortText.min(1).optional(), language: languageValue.optional() }),
    output: sessionView,
    refusals: [],
  }),
  sessions: route({
    method: 'GET',
    path: '/api/v1/session/sessions',
    permission: 'signed_in',
    summary: 'One’s own open sessions.',
    output: ownSessions,
    refusals: [],
  }),
  endOthers: route({
    method: 'POST',
    path: '/api/v1/session/end-others',
    permission: 'signed_in',
    summary: 'End one’s own sessions in other browsers.',
    output: ownSessions,
    refusals: [],
  }),
};
