// Channels written: settings with their sealed secret, and how the last test ended. Only use cases call this.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { StoredMailSettings } from './read.ts';

/** Replaces a company's e-mail settings; what was tested before counts no more. */
export async function saveMailChannel(
  tx: Tx,
  companyId: CompanyId,
  row: Readonly<{ settings: Partial<StoredMailSettings>; sealedSecret: Uint8Array | null; actor: string }>,
): Promise<void> {
  const secret = row.sealedSecret === null ? null : Buffer.from(row.sealedSecret);
  await sql`INSERT INTO channel_settings (company_id, channel, settings, sealed_secret, actor)
    VALUES (${companyId}, 'email', ${JSON.stringify(row.settings)}::jsonb, ${secret}, ${row.actor})
    ON CONFLICT (org_id, company_id, channel) DO UPDATE SET settings = excluded.settings, sealed_secret = excluded.sealed_secret,
      tested_at = NULL, test_code = NULL, actor = excluded.actor, changed_at = recorded_now()`.execute(tx);
}

/** Remembers how a test ended; a company that has no settings of its own gets an empty row, for the installation's server. */
export async function recordMailTest(
  tx: Tx,
  companyId: CompanyId,
  test: Readonly<{ code: string | null; at: Date; actor: string }>,
): Promise<void> {
  await sql`INSERT INTO channel_settings (company_id, channel, settings, actor, tested_at, test_code)
    VALUES (${companyId}, 'email', '{}'::jsonb, ${test.actor}, ${test.at}, ${test.code})
    ON CONFLICT (org_id, company_id, channel) DO UPDATE SET tested_at = excluded.tested_at, test_code = excluded.test_code`.execute(
    tx,
  );
}
