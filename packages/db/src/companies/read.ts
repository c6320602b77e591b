// Companies as stored: identity, letterhead, policy as the user left it (absent keys take shipped defaults elsewhere).
import type { CompanyId, Currency, OrgId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A row of companies; `letterhead` and `policy` hold only what was set. */
export type CompanyRow = Readonly<{
  orgId: OrgId;
  companyId: CompanyId;
  code: string;
  name: string;
  siren: string | null;
  currency: Currency;
  timezone: string;
  alsaceMoselle: boolean;
  testMode: boolean;
  /** Segments that are live while the company is in test mode; '' stands for customers without one. */
  liveSegments: readonly string[];
  /** Kept files of the letterhead's pictures. */
  logoSha256: string | null;
  signatureSha256: string | null;
  letterhead: Readonly<Record<string, unknown>>;
  policy: Readonly<Record<string, unknown>>;
}>;

const columns = sql`org_id AS "orgId", company_id AS "companyId", code, name, siren, currency, timezone,
  alsace_moselle AS "alsaceMoselle", test_mode AS "testMode", live_segments AS "liveSegments",
  logo_sha256 AS "logoSha256", signature_sha256 AS "signatureSha256", letterhead, policy`;

/** All companies of the transaction's organization, by code. */
export async function listCompanies(tx: Tx): Promise<CompanyRow[]> {
  const { rows } =
    await sql<CompanyRow>`SELECT ${columns} FROM companies WHERE org_id = current_org() ORDER BY code`.execute(tx);
  return rows;
}

/** The company, or undefined where the organization has none of that id. */
export async function findCompany(tx: Tx, companyId: CompanyId): Promise<CompanyRow | undefined> {
  const { rows } = await sql<CompanyRow>`
    SELECT ${columns} FROM companies WHERE org_id = current_org() AND company_id = ${companyId}`.execute(tx);
  return rows[0];
}

/** Last day that imported books or payments speak of, by company; null before any (R8 freshness). */
export async function findLastSourceDay(tx: Tx, companyId: CompanyId): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    SELECT max(covers_to_on) AS day FROM imports
    WHERE org_id = current_org() AND company_id = ${companyId} AND status = 'imported'`.execute(tx);
  return rows[0]?.day ?? null;
}

/** Whether anything was ever owed to the company: its books have come in. */
export async function hasReceivables(tx: Tx, companyId: CompanyId): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`SELECT EXISTS (SELECT 1 FROM receivables
    WHERE org_id = current_org() AND company_id = ${companyId}) AS any`.execute(tx);
  return rows[0]!.any;
}
