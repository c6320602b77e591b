// Invite a person into the organization, with a role and a portfolio. Somebody new gets a password, said once.
import { canBeNarrowed, type Portfolio, type Role } from '@quittance/core/access';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { appendEvent } from '@quittance/db/journal';
import { findMember, findUserByEmail, type MemberRow } from '@quittance/db/users';
import {
  followMemberships,
  insertUser,
  updateMember,
  updateMustChangePassword,
  upsertMember,
} from '@quittance/db/users/write';
import { type Context, inOrganization } from '../context/index.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import { makeOneTimePassword } from './one-time-password.ts';

/** Whom to invite. */
export type Invitation = Readonly<{
  name: string;
  email: string;
  language: Language;
  role: Role;
  portfolio: Portfolio | null;
}>;

/** Why nobody was invited. */
export type InvitationRefusal = Readonly<{ code: 'already_member' | 'portfolio_not_for_role' }>;

/** The member, and the password to pass on; null for a person known from another organization: they have theirs. */
export type Invited = Readonly<{ member: MemberRow; password: string | null }>;

/** Makes the person a member. The password is told here and nowhere else: only its hash is kept. */
export async function inviteUser(
  context: Context,
  hashPassword: PasswordHasher,
  invitation: Invitation,
): Promise<Result<Invited, InvitationRefusal>> {
  const { name, email, language, role, portfolio } = invitation;
  if (portfolio && !canBeNarrowed(role)) return refuse({ code: 'portfolio_not_for_role' });
  const password = makeOneTimePassword();
  const passwordHash = await hashPassword(password);
  const known = await findUserByEmail(context.db, email);
  return inOrganization(context, async (tx) => {
    const made = known ? undefined : await insertUser(tx, { name, email, language, passwordHash });
    const userId = known?.userId ?? made;
    if (!userId || (await findMember(tx, userId))) return refuse({ code: 'already_member' });
    await upsertMember(tx, userId, role);
    await updateMember(tx, userId, { role, portfolio });
    await followMemberships(tx, userId);
    if (made) await updateMustChangePassword(tx, userId, true);
    const payload = { name, email, role, portfolio };
    await appendEvent(tx, { kind: 'user.invited', subject: 'user', subjectId: userId, payload });
    return ok({ member: (await findMember(tx, userId))!, password: made ? password : null });
  });
}
