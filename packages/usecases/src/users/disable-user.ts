// Disable a member of the organization, or let them in again: here alone; what they did stays theirs.
import { ok, type Result, refuse } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { findUserByEmail, type MemberRow } from '@quittance/db/users';
import { setMemberDisabled } from '@quittance/db/users/write';
import { type Context, inOrganization } from '../context/index.ts';
import { type RightsRefusal, takeMember } from './take-member.ts';

/** Disables a member or enables them again. Their way in is closed at once, whatever session they have. */
export const setDisabled = (
  context: Context,
  userId: string,
  isDisabled: boolean,
): Promise<Result<MemberRow, RightsRefusal>> =>
  inOrganization(context, async (tx) => {
    const found = await takeMember(tx, context, { userId, losesAdmin: isDisabled });
    if (!found.ok) return found;
    const { email } = found.value;
    await setMemberDisabled(tx, userId, isDisabled);
    const kind = isDisabled ? 'user.disabled' : 'user.enabled';
    await appendEvent(tx, { kind, subject: 'user', subjectId: userId, payload: { email } });
    return takeMember(tx, { actor: '' }, { userId, losesAdmin: false });
  });

/** Disables the member of that e-mail address; one who is already disabled, or is no member here, is not found. */
export async function disableUser(context: Context, email: string): Promise<Result<string, RightsRefusal>> {
  const user = await findUserByEmail(context.db, email);
  if (!user || user.disabled) return refuse({ code: 'not_found' });
  const done = await setDisabled(context, user.userId, true);
  return done.ok ? ok(user.userId) : done;
}
