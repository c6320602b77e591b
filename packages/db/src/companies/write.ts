// Companies written: creation, letterhead, policy, test mode. Only use cases call this.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** Creates the company, or returns the one of that code: run twice, same id. `created` tells which. */
export async function insertCompany(
  tx: Tx,
  company: Readonly<{ code: string; name: string; siren: string | null }>,
): Promise<{ companyId: CompanyId; created: boolean }> {
  const made = await sql<{ companyId: CompanyId }>`
    INSERT INTO companies (code, name, siren) VALUES (${company.code}, ${company.name}, ${company.siren})
    ON CONFLICT (org_id, code) DO NOTHING RETURNING company_id AS "companyId"`.execute(tx);
  if (made.rows[0]) return { companyId: made.rows[0].companyId, created: true };
  const found = await sql<{ companyId: CompanyId }>`
    SELECT company_id AS "companyId" FROM companies WHERE org_id = current_org() AND code = ${company.code}`.execute(
    tx,
  );
  return { companyId: found.rows[0]!.companyId, created: false };
}

/** What may be changed; absent keys stay. */
export type CompanyChange = Readonly<{
  name?: string;
  siren?: string | null;
  letterhead?: Readonly<Record<string, unknown>>;
  policy?: Readonly<Record<string, unknown>>;
  alsaceMoselle?: boolean;
  testMode?: boolean;
  liveSegments?: readonly string[];
}>;

/** Replaces the given parts of a company. */
export async function updateCompany(tx: Tx, companyId: CompanyId, change: CompanyChange): Promise<void> {
  await sql`UPDATE companies SET
      name = coalesce(${change.name ?? null}, name),
      siren = CASE WHEN ${change.siren !== undefined} THEN ${change.siren ?? null} ELSE siren END,
      letterhead = coalesce(${change.letterhead ? JSON.stringify(change.letterhead) : null}::jsonb, letterhead),
      policy = coalesce(${change.policy ? JSON.stringify(change.policy) : null}::jsonb, policy),
      alsace_moselle = coalesce(${change.alsaceMoselle ?? null}, alsace_moselle),
      test_mode = coalesce(${change.testMode ?? null}, test_mode),
      live_segments = coalesce(${change.liveSegments ? [...change.liveSegments] : null}::text[], live_segments)
    WHERE org_id = current_org() AND company_id = ${companyId}`.execute(tx);
}

/** Replaces a picture of the letterhead by a kept file, or takes it away (null). */
export async function updatePicture(
  tx: Tx,
  companyId: CompanyId,
  picture: Readonly<{ which: 'logo' | 'signature'; sha256: string | null }>,
): Promise<void> {
  const column = sql.ref(picture.which === 'logo' ? 'logo_sha256' : 'signature_sha256');
  await sql`UPDATE companies SET ${column} = ${picture.sha256}
    WHERE org_id = current_org() AND company_id = ${companyId}`.execute(tx);
}
