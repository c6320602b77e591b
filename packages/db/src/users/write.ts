// Users written: created with a password already hashed, renamed, disabled. Only use cases call this.
import { randomUUID } from 'node:crypto';
import type { Portfolio, Role } from '@quittance/core/access';
import type { OrgId } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { sql } from 'kysely';
import type { Database, Tx } from '../tx/index.ts';

/** Creates an organization, or finds the one of that slug: run twice, same id. */
export async function insertOrganization(
  db: Database,
  organization: Readonly<{ slug: string; name: string }>,
): Promise<OrgId> {
  const { slug, name } = organization;
  const { rows } = await sql<{ orgId: OrgId }>`SELECT create_organization(${slug}, ${name}) AS "orgId"`.execute(db);
  return rows[0]!.orgId;
}

// Any fixed number will do; this one spells "setup" in ASCII.
const SET_UP_LOCK = 0x73_65_74_75_70;

/** Runs `act` while no other set-up does, in whatever process; undefined where another is at work. */
export const whileSettingUp = <T>(db: Database, act: () => Promise<T>): Promise<T | undefined> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`SELECT pg_try_advisory_xact_lock(${SET_UP_LOCK}) AS mine`.execute(tx);
    return rows[0]!.mine ? act() : undefined;
  });

/** A user to create. `passwordHash` is an argon2id hash in PHC form, never a password. */
export type NewUser = Readonly<{ name: string; email: string; language: Language; passwordHash: string }>;

/** Creates the user and their password; undefined where the address is taken. */
export async function insertUser(tx: Database | Tx, user: NewUser): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    WITH made AS (
      INSERT INTO auth.users (id, name, email, language)
      VALUES (${randomUUID()}, ${user.name}, lower(${user.email}), ${user.language})
      ON CONFLICT (email) DO NOTHING RETURNING id)
    INSERT INTO auth.accounts (id, user_id, account_id, provider_id, password)
    SELECT ${randomUUID()}, id, id, 'credential', ${user.passwordHash} FROM made RETURNING user_id AS id`.execute(tx);
  return rows[0]?.id;
}

/** Makes the user a member of the transaction's organization, or changes their role in it. */
export async function upsertMember(tx: Tx, userId: string, role: Role): Promise<void> {
  await sql`INSERT INTO members (user_id, role) VALUES (${userId}, ${role})
    ON CONFLICT (org_id, user_id) DO UPDATE SET role = excluded.role`.execute(tx);
}

/** Changes the name or the language; absent keys stay. */
export async function updateUser(
  tx: Database | Tx,
  userId: string,
  change: Readonly<{ name?: string | undefined; language?: Language | undefined }>,
): Promise<void> {
  await sql`UPDATE auth.users SET name = coalesce(${change.name ?? null}, name),
    language = coalesce(${change.language ?? null}, language), updated_at = clock_timestamp()
    WHERE id = ${userId}`.execute(tx);
}

/** Replaces a member's role and portfolio. */
export async function updateMember(
  tx: Tx,
  userId: string,
  rights: Readonly<{ role: Role; portfolio: Portfolio | null }>,
): Promise<void> {
  await sql`UPDATE members SET role = ${rights.role},
    portfolio = ${rights.portfolio ? JSON.stringify(rights.portfolio) : null}::jsonb
    WHERE org_id = current_org() AND user_id = ${userId}`.execute(tx);
}

/** Closes or opens the organization to a member. Who belongs nowhere any more is disabled as a user, and their sessions end. */
export async function setMemberDisabled(tx: Tx, userId: string, isDisabled: boolean): Promise<void> {
  await sql`UPDATE members SET disabled_at = CASE WHEN ${isDisabled} THEN coalesce(disabled_at, recorded_now()) END
    WHERE org_id = current_org() AND user_id = ${userId}`.execute(tx);
  await followMemberships(tx, userId);
}

/** Takes a member out of the organization; what they did stays theirs. */
export async function deleteMember(tx: Tx, userId: string): Promise<void> {
  await sql`DELETE FROM members WHERE org_id = current_org() AND user_id = ${userId}`.execute(tx);
  await followMemberships(tx, userId);
}

/** Makes the user disabled or not as their memberships say. */
export async function followMemberships(tx: Tx, userId: string): Promise<void> {
  const { rows } = await sql<{ disabled: boolean }>`
    UPDATE auth.users SET disabled = NOT EXISTS (SELECT FROM organizations_of_user(${userId})), updated_at = clock_timestamp()
    WHERE id = ${userId} RETURNING disabled`.execute(tx);
  if (rows[0]?.disabled) await endSessions(tx, userId);
}

/** Ends every session of the user. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await sql`DELETE FROM auth.sessions WHERE user_id = ${userId}`.execute(tx);
}

/** Replaces the password by its argon2id hash, and ends every session. */
export async function updatePassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await sql`UPDATE auth.accounts SET password = ${passwordHash}, updated_at = clock_timestamp()
    WHERE user_id = ${userId} AND provider_id = 'credential'`.execute(tx);
  await endSessions(tx, userId);
}

/** Whether the user's password is one that somebody else has seen, to be replaced before anything else. */
export async function updateMustChangePassword(tx: Database | Tx, userId: string, must: boolean): Promise<void> {
  await sql`UPDATE auth.users SET must_change_password = ${must}, updated_at = clock_timestamp() WHERE id = ${userId}`.execute(
    tx,
  );
}

/** Notes that the user of the address has signed in now. */
export async function updateLastSignIn(db: Database, email: string): Promise<void> {
  await sql`UPDATE auth.users SET last_sign_in_at = clock_timestamp() WHERE email = lower(${email})`.execute(db);
}
