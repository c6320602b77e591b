// Recent companies: an organization's companies as read a few seconds ago. They say only what there is; who may go there is asked each time.

import type { OrgId } from '@quittance/core/kernel';
import { type CompanyRow, listCompanies } from '@quittance/db/companies';
import { type Database, withOrg } from '@quittance/db/tx';

const KEPT_MS = 3_000;

type Kept = Readonly<{ companies: readonly CompanyRow[]; until: number }>;

const kept = new WeakMap<Database, Map<OrgId, Kept>>();

/** The companies as they were read, where that was just now. */
export function recentCompanies(db: Database, orgId: OrgId): readonly CompanyRow[] | undefined {
  const found = kept.get(db)?.get(orgId);
  return found && found.until > performance.now() ? found.companies : undefined;
}

/** Reads the companies, and keeps them for a moment. */
export async function readCompanies(db: Database, orgId: OrgId): Promise<readonly CompanyRow[]> {
  const companies = await withOrg(db, { orgId, readOnly: true }, listCompanies);
  const ofDb = kept.get(db) ?? new Map<OrgId, Kept>();
  kept.set(db, ofDb.set(orgId, { companies, until: performance.now() + KEPT_MS }));
  return companies;
}
