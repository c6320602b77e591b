// Users as stored: identity is shared by all organizations, so these reads need no organization in the transaction.

import type { Portfolio, Role } from '@quittance/core/access';
import type { OrgId } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Database, Tx } from '../tx/index.ts';

/** A user, without anything secret. */
export type UserRow = Readonly<{ userId: string; name: string; email: string; language: Language; disabled: boolean }>;

/** An organization a user belongs to, with their role there, and the customers they are narrowed to (null: everything). */
export type Membership = Readonly<{
  orgId: OrgId;
  slug: string;
  name: string;
  role: Role;
  portfolio: Portfolio | null;
}>;

const columns = sql`id AS "userId", name, email, language, disabled`;

/** Whether any user exists: before the first one, set-up is open. */
export async function hasUsers(db: Database): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`SELECT EXISTS (SELECT FROM auth.users) AS any`.execute(db);
  return rows[0]!.any;
}

/** The user, or undefined where there is none of that id. */
export async function findUser(db: Database, userId: string): Promise<UserRow | undefined> {
  const { rows } = await sql<UserRow>`SELECT ${columns} FROM auth.users WHERE id = ${userId}`.execute(db);
  return rows[0];
}

/** Names of users by id; an id that is nobody's is absent. */
export async function listUserNames(
  db: Database | Tx,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ userId: string; name: string }>`
    SELECT id AS "userId", name FROM auth.users WHERE id = ANY(${userIds as string[]})`.execute(db);
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}

/** The user of an e-mail address, case ignored. */
export async function findUserByEmail(db: Database, email: string): Promise<UserRow | undefined> {
  const { rows } = await sql<UserRow>`SELECT ${columns} FROM auth.users WHERE email = lower(${email})`.execute(db);
  return rows[0];
}

/** The organizations a user belongs to, oldest first: without those where they are disabled, and none for a user who is disabled everywhere. */
export async function listMemberships(db: Database, userId: string): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    SELECT o.org_id AS "orgId", o.slug, o.name, o.role, o.portfolio FROM organizations_of_user(${userId}) o
    WHERE EXISTS (SELECT FROM auth.users u WHERE u.id = ${userId} AND NOT u.disabled)
    ORDER BY o.org_id`.execute(db);
  return rows;
}
