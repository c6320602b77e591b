// Disable a member of the organization: their sessions end at once, what they did stays theirs.
import { ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { findUserByEmail, listMemberships } from '@quittance/db/users';
import { disableUser as disable } from '@quittance/db/users/write';
import { type Context, inOrganization } from '../context/index.ts';

/** Disables the member of that e-mail address; one who is already disabled, or is no member here, is not found. */
export async function disableUser(
  context: Context,
  email: string,
): Promise<Result<string, Readonly<{ code: 'not_found' }>>> {
  const user = await findUserByEmail(context.db, email);
  const memberships = user ? await listMemberships(context.db, user.userId) : [];
  if (!user || !memberships.some(({ orgId }) => orgId === context.orgId)) return refuse({ code: 'not_found' });
  return inOrganization(context, async (tx) => {
    await disable(tx, user.userId);
    await appendEvent(tx, {
      kind: 'user.disabled',
      subject: 'user',
      subjectId: user.userId,
      payload: { email: user.email },
    });
    return ok(user.userId);
  });
}
