// Saved views read: a member's own views of a list and those shared with the company.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';

/** A view as stored; `userId` is who saved it. */
export type SavedViewRow = Readonly<{
  viewId: number;
  userId: string;
  screen: string;
  name: string;
  shared: boolean;
  view: Readonly<{ search: Readonly<Record<string, string>>; columns: readonly string[] }>;
}>;

const columns = sql`view_id AS "viewId", user_id AS "userId", screen, name, shared, view`;

/** Views of a list by name, one's own first. */
export async function listViews(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; userId: string; screen: string }>,
): Promise<SavedViewRow[]> {
  const { rows } = await sql<SavedViewRow>`SELECT ${columns} FROM saved_views
    WHERE org_id = current_org() AND company_id = ${of.companyId} AND screen = ${of.screen} AND (user_id = ${of.userId} OR shared)
    ORDER BY user_id <> ${of.userId}, lower(name), view_id`.execute(tx);
  return rows;
}
