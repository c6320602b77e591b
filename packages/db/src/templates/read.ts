// Templates read: the texts a company edited, the version in force of each.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

export type TemplateRow = Readonly<{
  tone: string;
  channel: string;
  language: string;
  audience: string;
  version: number;
  subject: string;
  body: string;
  editedBy: string;
  editedAt: Date;
}>;

/** The texts a company edited, highest version of each. */
export async function listTemplates(tx: Tx, companyId: CompanyId): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    SELECT DISTINCT ON (tone, channel, language, audience) tone, channel, language, audience, version, subject, body,
      actor AS "editedBy", created_at AS "editedAt" FROM templates
    WHERE org_id = current_org() AND company_id = ${companyId}
    ORDER BY tone, channel, language, audience, version DESC`.execute(tx);
  return rows;
}

/** Every version of one text, the last first. */
export async function listTemplateVersions(
  tx: Tx,
  companyId: CompanyId,
  name: Readonly<Record<'tone' | 'channel' | 'language' | 'audience', string>>,
): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    SELECT tone, channel, language, audience, version, subject, body, actor AS "editedBy", created_at AS "editedAt" FROM templates
    WHERE org_id = current_org() AND company_id = ${companyId} AND tone = ${name.tone} AND channel = ${name.channel}
      AND language = ${name.language} AND audience = ${name.audience}
    ORDER BY version DESC`.execute(tx);
  return rows;
}
