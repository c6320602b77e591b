// Change a member's role or portfolio, reset their password, take them out. Each is in the journal with what was before.
import { canBeNarrowed, type Portfolio, type Role } from '@quittance/core/access';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { findMember, type MemberRow } from '@quittance/db/users';
import { deleteMember, updateMember, updateMustChangePassword, updatePassword } from '@quittance/db/users/write';
import { type Context, inOrganization } from '../context/index.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { type RightsRefusal, takeMember } from './take-member.ts';

/** Rights of a member; a role that sees the whole organization has no portfolio. */
export type Rights = Readonly<{ role: Role; portfolio: Portfolio | null }>;

/** Gives the member these rights; they count from the next request on. */
export const changeRights = (
  context: Context,
  userId: string,
  rights: Rights,
): Promise<Result<MemberRow, RightsRefusal | Readonly<{ code: 'portfolio_not_for_role' }>>> =>
  inOrganization(context, async (tx) => {
    if (rights.portfolio && !canBeNarrowed(rights.role)) return refuse({ code: 'portfolio_not_for_role' });
    const found = await takeMember(tx, context, { userId, losesAdmin: rights.role !== 'admin' });
    if (!found.ok) return found;
    const { role, portfolio } = found.value;
    await updateMember(tx, userId, rights);
    const payload = { before: { role, portfolio }, after: rights };
    await appendEvent(tx, { kind: 'user.rights_changed', subject: 'user', subjectId: userId, payload });
    return ok((await findMember(tx, userId))!);
  });

/** Gives the member a new password, told once, and ends their sessions. Refused for one whom other organizations know too: an admin
 * here would otherwise get in there. */
export async function resetPassword(
  context: Context,
  hashPassword: PasswordHasher,
  userId: string,
): Promise<Result<string, RightsRefusal | Readonly<{ code: 'known_elsewhere' }>>> {
  const password = makeOneTimePassword();
  const passwordHash = await hashPassword(password);
  return inOrganization(context, async (tx) => {
    const found = await takeMember(tx, context, { userId, losesAdmin: false });
    if (!found.ok) return found;
    if (found.value.elsewhere) return refuse({ code: 'known_elsewhere' });
    await updatePassword(tx, userId, passwordHash);
    await updateMustChangePassword(tx, userId, true);
    const { email } = found.value;
    await appendEvent(tx, { kind: 'user.password_reset', subject: 'user', subjectId: userId, payload: { email } });
    return ok(password);
  });
}

/** Takes the member out of the organization. */
export const removeMember = (context: Context, userId: string): Promise<Result<string, RightsRefusal>> =>
  inOrganization(context, async (tx) => {
    const found = await takeMember(tx, context, { userId, losesAdmin: true });
    if (!found.ok) return found;
    const { name, email, role } = found.value;
    await deleteMember(tx, userId);
    await appendEvent(tx, { kind: 'user.removed', subject: 'user', subjectId: userId, payload: { name, email, role } });
    return ok(userId);
  });
