// Members as the people who give rights see them: role, portfolio, last sign-in, state.
import type { Portfolio, Role } from '@quittance/core/access';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A member of the transaction's organization. */
export type MemberRow = Readonly<{
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** Null: everything. */
  portfolio: Portfolio | null;
  disabledAt: Date | null;
  joinedAt: Date;
  lastSignInAt: Date | null;
  /** Customers of the portfolio, all companies together. */
  customers: number;
  /** Whether other organizations know the person too. */
  elsewhere: boolean;
}>;

const members = (where: ReturnType<typeof sql>) => sql<MemberRow>`
  SELECT m.user_id AS "userId", u.name, u.email, m.role, m.portfolio, m.disabled_at AS "disabledAt", m.joined_at AS "joinedAt",
    u.last_sign_in_at AS "lastSignInAt",
    (SELECT count(*)::int FROM customers c WHERE c.org_id = m.org_id AND (m.portfolio IS NULL
      OR (m.portfolio -> 'own' = 'true'::jsonb AND lower(c.owner_email) = u.email)
      OR m.portfolio -> 'segments' ? coalesce(c.segment, ''))) AS customers,
    EXISTS (SELECT FROM organizations_of_user(m.user_id) o WHERE o.org_id <> m.org_id) AS elsewhere
  FROM members m JOIN auth.users u ON u.id = m.user_id
  WHERE m.org_id = current_org() AND ${where} ORDER BY m.disabled_at IS NOT NULL, lower(u.name), m.user_id`;

/** All of them, those who may work first, by name. */
export const listMembers = async (tx: Tx): Promise<MemberRow[]> => (await members(sql`true`).execute(tx)).rows;

/** One of them; undefined where nobody of that id is a member here. */
export const findMember = async (tx: Tx, userId: string): Promise<MemberRow | undefined> =>
  (await members(sql`m.user_id = ${userId}`).execute(tx)).rows[0];

/** Segments of the organization's customers with how many each holds, by name; '' for those without one. */
export async function listSegments(tx: Tx): Promise<{ segment: string; customers: number }[]> {
  const { rows } = await sql<{ segment: string; customers: number }>`
    SELECT coalesce(segment, '') AS segment, count(*)::int AS customers FROM customers WHERE org_id = current_org()
    GROUP BY 1 ORDER BY 1`.execute(tx);
  return rows;
}

/** Whether somebody else than the user may still give rights here. Keeps the admins as they are until the transaction ends. */
export async function hasOtherAdmin(tx: Tx, userId: string): Promise<boolean> {
  const { rows } = await sql<{ userId: string }>`
    SELECT user_id AS "userId" FROM members WHERE org_id = current_org() AND role = 'admin' AND disabled_at IS NULL
    ORDER BY user_id FOR UPDATE`.execute(tx);
  return rows.some((row) => row.userId !== userId);
}
