// Setup: the first minute. Open to everybody until the first user exists, closed for ever after.
import type { CompanyId, OrgId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { idValue, languageValue, shortText, sirenText } from '../../values/index.ts';

/** Shortest password accepted, in characters; the longest is 128. */
export const PASSWORD_MIN = 10;

const firstUser = z.strictObject({
  name: shortText.min(1),
  email: z.email().max(254),
  password: z.string().min(PASSWORD_MIN).max(128),
});

const created = z.strictObject({ orgId: idValue<OrgId>(), companyId: idValue<CompanyId>(), org: z.string() });

export const setup = {
  status: route({
    method: 'GET',
    path: '/api/v1/setup',
    permission: 'public',
    summary: 'Whether a first company and user are still to be created.',
    output: z.strictObject({ state: z.enum(['needs_setup', 'ready']) }),
    refusals: [],
  }),
  create: route({
    method: 'POST',
    path: '/api/v1/setup',
    permission: 'public',
    summary: 'Create the company and its first user, who is its admin.',
    body: z.strictObject({
      company: z.strictObject({ name: shortText.min(1), siren: sirenText.optional() }),
      user: firstUser,
      language: languageValue.default('fr'),
    }),
    output: created,
    status: 201,
    refusals: ['already_set_up', 'weak_password', 'email_taken'],
  }),
  demo: route({
    method: 'POST',
    path: '/api/v1/setup/demo',
    permission: 'public',
    summary: 'Load the demo portfolio, with a first user to explore it.',
    body: z.strictObject({ user: firstUser, language: languageValue.default('fr') }),
    output: created,
    status: 201,
    refusals: ['already_set_up', 'weak_password', 'email_taken', 'demo_exists'],
  }),
};
