// Templates written: a new version of a text. Only use cases call this.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { TemplateRow } from './read.ts';

export type NewTemplate = Omit<TemplateRow, 'editedBy' | 'editedAt'> &
  Readonly<{ companyId: CompanyId; actor: string }>;

/** Stores the version given; false where somebody stored it first. */
export async function insertTemplate(tx: Tx, text: NewTemplate): Promise<boolean> {
  const result = await sql`
    INSERT INTO templates (company_id, tone, channel, language, audience, version, subject, body, actor)
    VALUES (${text.companyId}, ${text.tone}, ${text.channel}, ${text.language}, ${text.audience}, ${text.version}, ${text.subject},
      ${text.body}, ${text.actor}) ON CONFLICT DO NOTHING`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}
