// Users over HTTP: members, their rights and portfolios.
import type { MemberView } from '@quittance/contracts/api';
import { ok } from '@quittance/core/kernel';
import { listMembers, listSegments, type MemberRow } from '@quittance/db/users';
import { readOrganization } from '@quittance/usecases/context';
import type { PasswordHasher } from '@quittance/usecases/ports';
import { changeRights, inviteUser, removeMember, resetPassword, setDisabled } from '@quittance/usecases/users';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, useCaseContext } from './deps.ts';

const memberView = (context: OrgContext, member: MemberRow): MemberView =>
  ({
    ...member,
    portfolio: member.portfolio && { ...member.portfolio, segments: [...member.portfolio.segments] },
    lastSignInAt: member.lastSignInAt?.toISOString() ?? null,
    joinedAt: member.joinedAt.toISOString(),
    disabledAt: member.disabledAt?.toISOString() ?? null,
    isSelf: member.userId === context.user.userId,
  }) as MemberView;

/** The users service. */
export const usersService = (deps: HandlerDeps, hashPassword: PasswordHasher): Service<'users'> => ({
  list: async (context) => {
    const read = async (tx: Parameters<typeof listMembers>[0]) => ({
      items: await listMembers(tx),
      segments: await listSegments(tx),
    });
    const { items, segments } = await readOrganization(useCaseContext(deps, context), read);
    return ok({ items: items.map((member) => memberView(context, member)), segments });
  },
  invite: async (context, { body }) => {
    const invited = await inviteUser(useCaseContext(deps, context), hashPassword, body);
    if (!invited.ok) return invited;
    const { member, password } = invited.value;
    return ok({ member: memberView(context, member), password });
  },
  changeRights: async (context, { params, body }) => {
    const changed = await changeRights(useCaseContext(deps, context), params.userId, body);
    return changed.ok ? ok(memberView(context, changed.value)) : changed;
  },
  setDisabled: async (context, { params, body }) => {
    const changed = await setDisabled(useCaseContext(deps, context), params.userId, body.disabled);
    return changed.ok ? ok(memberView(context, changed.value)) : changed;
  },
  resetPassword: async (context, { params }) => {
    const reset = await resetPassword(useCaseContext(deps, context), hashPassword, params.userId);
    return reset.ok ? ok({ password: reset.value }) : reset;
  },
  remove: async (context, { params }) => {
    const removed = await removeMember(useCaseContext(deps, context), params.userId);
    return removed.ok ? ok({ ok: true as const }) : removed;
  },
});
