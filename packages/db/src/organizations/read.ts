// Organizations read: the directory of a whole installation, for its operator's commands. Nothing else of them is shown here.
import type { OrgId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Database } from '../tx/index.ts';

export type OrganizationRow = Readonly<{ orgId: OrgId; slug: string; name: string }>;

/** Every organization, oldest first. */
export async function listOrganizations(db: Database): Promise<OrganizationRow[]> {
  const { rows } = await sql<OrganizationRow>`
    SELECT org_id AS "orgId", slug, name FROM list_organizations() ORDER BY org_id`.execute(db);
  return rows;
}
