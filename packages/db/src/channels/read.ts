// Channels as stored: how a company's messages leave. The secret stays sealed; nothing here can open it.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** How e-mail leaves; `host` is empty where the installation's own mail server is used and only its test is remembered. */
export type StoredMailSettings = Readonly<{
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  user: string | null;
  /** Messages a second at most; 0 sets no limit. */
  perSecond: number;
  fromName: string;
  fromAddress: string;
  replyTo: string | null;
}>;

/** A row of channel_settings. */
export type ChannelRow = Readonly<{
  settings: Partial<StoredMailSettings>;
  sealedSecret: Buffer | null;
  testedAt: Date | null;
  /** What the last test to oneself ended with; null when it went well. */
  testCode: string | null;
  actor: string;
  changedAt: Date;
}>;

/** The e-mail settings of a company, or undefined. */
export async function findMailChannel(tx: Tx, companyId: CompanyId): Promise<ChannelRow | undefined> {
  const { rows } = await sql<ChannelRow>`SELECT settings, sealed_secret AS "sealedSecret", tested_at AS "testedAt",
      test_code AS "testCode", actor, changed_at AS "changedAt" FROM channel_settings
    WHERE org_id = current_org() AND company_id = ${companyId} AND channel = 'email'`.execute(tx);
  return rows[0];
}
