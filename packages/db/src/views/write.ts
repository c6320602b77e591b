// Saved views written: kept under a name, removed. Only use cases call this.
import type { CompanyId } from '@quittance/core/kernel';
import { sql } from 'kysely';
import type { Tx } from '../tx/index.ts';
import type { SavedViewRow } from './read.ts';

/** What is kept, and for whom. */
export type NewView = Omit<SavedViewRow, 'viewId'> & Readonly<{ companyId: CompanyId }>;

const columns = sql`view_id AS "viewId", user_id AS "userId", screen, name, shared, view`;

/** Keeps a view; the member's view of that name and list is replaced. */
export async function saveView(tx: Tx, given: NewView): Promise<SavedViewRow> {
  const { rows } = await sql<SavedViewRow>`
    INSERT INTO saved_views (company_id, user_id, screen, name, shared, view)
    VALUES (${given.companyId}, ${given.userId}, ${given.screen}, ${given.name}, ${given.shared}, ${JSON.stringify(given.view)})
    ON CONFLICT (org_id, company_id, user_id, screen, name)
    DO UPDATE SET shared = excluded.shared, view = excluded.view, saved_at = recorded_now()
    RETURNING ${columns}`.execute(tx);
  return rows[0]!;
}

/** Removes a view of the member; undefined where they have none of that id. */
export async function deleteView(
  tx: Tx,
  of: Readonly<{ companyId: CompanyId; userId: string; viewId: number }>,
): Promise<SavedViewRow | undefined> {
  const { rows } = await sql<SavedViewRow>`DELETE FROM saved_views
    WHERE org_id = current_org() AND company_id = ${of.companyId} AND user_id = ${of.userId} AND view_id = ${of.viewId}
    RETURNING ${columns}`.execute(tx);
  return rows[0];
}
