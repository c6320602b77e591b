// Create a user in an organization, with a role there and a password. The journal keeps who did it, never the password.
import type { Role } from '@quittance/core/access';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { appendEvent } from '@quittance/db/journal';
import { insertUser, upsertMember } from '@quittance/db/users/write';
import { type Context, inOrganization } from '../context/index.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import { isAcceptablePassword, PASSWORD_MIN_LENGTH } from './password-rules.ts';

/** A user to create. */
export type NewUser = Readonly<{ name: string; email: string; password: string; language: Language; role: Role }>;

/** Why a user cannot be created. */
export type UserRefusal =
  | Readonly<{ code: 'weak_password'; facts: { minimum: number } }>
  | Readonly<{ code: 'email_taken' }>;

/** The refusal of a password that may not be used. */
export const WEAK_PASSWORD = { code: 'weak_password', facts: { minimum: PASSWORD_MIN_LENGTH } } as const;

/** Creates the user and returns their id. */
export async function createUser(
  context: Context,
  hashPassword: PasswordHasher,
  user: NewUser,
): Promise<Result<string, UserRefusal>> {
  const { name, email, password, language, role } = user;
  if (!isAcceptablePassword(password, user)) return refuse(WEAK_PASSWORD);
  const passwordHash = await hashPassword(password);
  return inOrganization(context, async (tx) => {
    const userId = await insertUser(tx, { name, email, language, passwordHash });
    if (userId === undefined) return refuse({ code: 'email_taken' });
    await upsertMember(tx, userId, role);
    await appendEvent(tx, { kind: 'user.created', subject: 'user', subjectId: userId, payload: { name, email, role } });
    return ok(userId);
  });
}
