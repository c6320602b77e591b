// Users: members of the organization, what they may do, and on which customers.
import { ROLES } from '@quittance/core/access';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { instantValue, languageValue, portfolioValue, shortText } from '../../values/index.ts';

const role = z.enum(ROLES);
const portfolio = portfolioValue.nullable();

/** A member. */
export const memberView = z.strictObject({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  /** Null: every customer. */
  portfolio,
  /** Customers they see. */
  customers: z.int(),
  /** Null before the first time. */
  lastSignInAt: instantValue.nullable(),
  joinedAt: instantValue,
  disabledAt: instantValue.nullable(),
  /** Whether it is the reader. */
  isSelf: z.boolean(),
  /** Other organizations know them too: their password is not ours to reset. */
  elsewhere: z.boolean(),
});

export type MemberView = z.output<typeof memberView>;

const params = z.strictObject({ userId: z.uuid() });
const rights = { role, portfolio };

export const users = {
  list: route({
    method: 'GET',
    path: '/api/v1/users',
    permission: 'user.read',
    summary: 'Members of the organization, and the segments a portfolio can be made of.',
    output: z.strictObject({
      items: z.array(memberView),
      segments: z.array(z.strictObject({ segment: z.string(), customers: z.int() })),
    }),
    refusals: [],
  }),
  invite: route({
    method: 'POST',
    path: '/api/v1/users',
    permission: 'user.write',
    summary: 'Make a person a member; a new one gets a password that is told once.',
    body: z.strictObject({ name: shortText.min(1), email: z.email().max(254), language: languageValue, ...rights }),
    output: z.strictObject({ member: memberView, password: z.string().nullable() }),
    status: 201,
    refusals: ['already_member', 'portfolio_not_for_role'],
  }),
  changeRights: route({
    method: 'PUT',
    path: '/api/v1/users/:userId/rights',
    permission: 'user.write',
    summary: 'Change the role and the portfolio of another member.',
    params,
    body: z.strictObject(rights),
    output: memberView,
    refusals: ['own_rights', 'last_admin', 'portfolio_not_for_role'],
  }),
  setDisabled: route({
    method: 'PUT',
    path: '/api/v1/users/:userId/disabled',
    permission: 'user.write',
    summary: 'Close the organization to a member, or open it again.',
    params,
    body: z.strictObject({ disabled: z.boolean() }),
    output: memberView,
    refusals: ['own_rights', 'last_admin'],
  }),
  resetPassword: route({
    method: 'POST',
    path: '/api/v1/users/:userId/password',
    permission: 'user.write',
    summary: 'Give another member a new password, told once; their sessions end.',
    params,
    output: z.strictObject({ password: z.string() }),
    refusals: ['own_rights', 'last_admin', 'known_elsewhere'],
  }),
  remove: route({
    method: 'POST',
    path: '/api/v1/users/:userId/remove',
    permission: 'user.write',
    summary: 'Take a member out of the organization; what they did stays theirs.',
    params,
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: ['own_rights', 'last_admin'],
  }),
};
