// What the application remembers for one member of an organization.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** The member's settings; empty where nothing was remembered yet. */
export async function readMemberSettings(tx: Tx, userId: string): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await sql<{ settings: Record<string, unknown> }>`SELECT settings FROM member_settings
    WHERE org_id = current_org() AND user_id = ${userId}`.execute(tx);
  return rows[0]?.settings ?? {};
}
