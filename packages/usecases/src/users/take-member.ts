// Take a member whose rights are about to change: nobody changes their own, and somebody must be left who gives rights.
import { ok, type Result, refuse } from '@quittance/core/kernel';
import type { Tx } from '@quittance/db/tx';
import { findMember, hasOtherAdmin, type MemberRow } from '@quittance/db/users';

/** Why rights stay as they are. */
export type RightsRefusal = Readonly<{ code: 'not_found' | 'own_rights' | 'last_admin' }>;

/** The member. `losesAdmin`: whether the change would take the admin's rights from one who has them. */
export async function takeMember(
  tx: Tx,
  by: Readonly<{ actor: string }>,
  change: Readonly<{ userId: string; losesAdmin: boolean }>,
): Promise<Result<MemberRow, RightsRefusal>> {
  const member = await findMember(tx, change.userId);
  if (!member) return refuse({ code: 'not_found' });
  if (by.actor === `user:${change.userId}`) return refuse({ code: 'own_rights' });
  const isAdmin = member.role === 'admin' && member.disabledAt === null;
  if (isAdmin && change.losesAdmin && !(await hasOtherAdmin(tx, change.userId))) return refuse({ code: 'last_admin' });
  return ok(member);
}
