// Member settings written. Only use cases call this.
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Sets the given keys; the others stay. */
export async function mergeMemberSettings(
  tx: Tx,
  userId: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`INSERT INTO member_settings (user_id, settings) VALUES (${userId}, ${JSON.stringify(settings)}::jsonb)
    ON CONFLICT (org_id, user_id) DO UPDATE SET settings = member_settings.settings || excluded.settings`.execute(tx);
}
