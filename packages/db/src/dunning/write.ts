// Dunning written: holds, skipped levels, scenarios. Only use cases call this.
import type { HoldFact, PlannedAction, Step } from '@quittance/core/dunning';
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { overRehearsal } from '../outbox/rehearsal.ts';
import type { Tx } from '../tx/index.ts';

export * from './ladders-write.ts';

export type NewHold = HoldFact & Readonly<{ companyId: CompanyId; customerId: CustomerId }>;

/** Records a hold; returns its id. */
export async function insertHold(tx: Tx, hold: NewHold): Promise<number> {
  const { rows } = await sql<{ holdId: number }>`
    INSERT INTO holds (company_id, customer_id, receivable_id, reason, cents, from_on, until_on, note, author)
    VALUES (${hold.companyId}, ${hold.customerId}, ${hold.receivableId}, ${hold.reason}, ${hold.cents}, ${hold.fromOn}, ${hold.untilOn},
      ${hold.note}, ${hold.author}) RETURNING hold_id AS "holdId"`.execute(tx);
  return rows[0]!.holdId;
}

/** Records many holds in one statement; returns their ids in the order given. */
export async function insertHolds(tx: Tx, holds: readonly NewHold[]): Promise<number[]> {
  if (holds.length === 0) return [];
  const { rows } = await sql<{ holdId: number }>`
    INSERT INTO holds (company_id, customer_id, receivable_id, reason, cents, from_on, until_on, note, author)
    SELECT g."companyId", g."customerId", g."receivableId", g.reason, g.cents, g."fromOn", g."untilOn", g.note, g.author
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(holds)}::jsonb) AS ("companyId" bigint, "customerId" bigint,
      "receivableId" bigint, reason text, cents bigint, "fromOn" date, "untilOn" date, note text, author text))
      WITH ORDINALITY AS g("companyId", "customerId", "receivableId", reason, cents, "fromOn", "untilOn", note, author, n)
    ORDER BY g.n RETURNING hold_id AS "holdId"`.execute(tx);
  return rows.map(({ holdId }) => holdId).sort((a, b) => a - b);
}

/** Ends many holds in one statement; returns those that were still in force, in the order given. */
export async function liftManyHolds(
  tx: Tx,
  holdIds: readonly number[],
  lifted: Readonly<{ on: Day; by: string }>,
): Promise<number[]> {
  const { rows } = await sql<{ holdId: number }>`
    UPDATE holds SET lifted_on = ${lifted.on}, lifted_by = ${lifted.by}
    WHERE org_id = current_org() AND hold_id = ANY(${holdIds}::bigint[]) AND lifted_on IS NULL RETURNING hold_id AS "holdId"`.execute(
    tx,
  );
  const ended = new Set(rows.map(({ holdId }) => Number(holdId)));
  return holdIds.filter((holdId) => ended.has(holdId));
}

/** Ends a hold. False when it was ended already or does not exist. */
export async function liftHold(tx: Tx, holdId: number, lifted: Readonly<{ on: Day; by: string }>): Promise<boolean> {
  const result = await sql`
    UPDATE holds SET lifted_on = ${lifted.on}, lifted_by = ${lifted.by}
    WHERE org_id = current_org() AND hold_id = ${holdId} AND lifted_on IS NULL`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** Counts the step of an action as done, skipped by a person, for each receivable that would have advanced. */
export async function insertSkippedLevels(
  tx: Tx,
  skipped: Readonly<{ companyId: CompanyId; on: Day; action: PlannedAction; actor: string }>,
): Promise<void> {
  for (const item of skipped.action.items.filter((each) => each.advances)) {
    await sql`
      INSERT INTO receivable_levels (receivable_id, rank, company_id, customer_id, scenario, step, done_on, origin, actor)
      VALUES (${item.receivableId}, ${item.toRank}, ${skipped.companyId}, ${skipped.action.customerId}, ${skipped.action.scenario},
        ${skipped.action.step}, ${skipped.on}, 'skipped', ${skipped.actor})
      ${overRehearsal}`.execute(tx);
  }
}

/** A step of one receivable. */
export type SkippedLevel = Readonly<{ receivableId: number; rank: number }>;

/** Skipped steps that can no longer be taken back: the ladder went on from there, or another step is on its way. */
export async function listPassedLevels(tx: Tx, levels: readonly SkippedLevel[]): Promise<SkippedLevel[]> {
  const { rows } = await sql<SkippedLevel>`
    SELECT g."receivableId", g.rank FROM jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) AS g("receivableId" bigint, rank int)
    WHERE NOT EXISTS (SELECT 1 FROM receivable_levels l WHERE l.org_id = current_org() AND l.receivable_id = g."receivableId"
        AND l.rank = g.rank AND l.origin = 'skipped')
      OR EXISTS (SELECT 1 FROM receivable_levels l WHERE l.org_id = current_org() AND l.receivable_id = g."receivableId" AND l.rank > g.rank)
      OR EXISTS (SELECT 1 FROM actions a JOIN action_items i ON i.org_id = a.org_id AND i.action_id = a.action_id
        WHERE a.org_id = current_org() AND i.receivable_id = g."receivableId" AND i.advances AND i.to_rank > g.rank
          AND a.state IN ('approved', 'queued', 'uncertain'))`.execute(tx);
  return rows;
}

/** Takes skipped steps back: the receivables are due for them again. */
export async function deleteSkippedLevels(tx: Tx, levels: readonly SkippedLevel[]): Promise<void> {
  await sql`
    DELETE FROM receivable_levels l USING jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) AS g("receivableId" bigint, rank int)
    WHERE l.org_id = current_org() AND l.receivable_id = g."receivableId" AND l.rank = g.rank AND l.origin = 'skipped'`.execute(
    tx,
  );
}

/** Puts a hold lifted today in force again. False when it was not. */
export async function restoreHold(tx: Tx, holdId: number, on: Day): Promise<boolean> {
  const result = await sql`UPDATE holds SET lifted_on = NULL, lifted_by = NULL
    WHERE org_id = current_org() AND hold_id = ${holdId} AND lifted_on = ${on}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** Gives a hold another last day, null for none. False when it was ended or does not exist. */
export async function extendHold(tx: Tx, holdId: number, untilOn: Day | null): Promise<boolean> {
  const result = await sql`UPDATE holds SET until_on = ${untilOn}
    WHERE org_id = current_org() AND hold_id = ${holdId} AND lifted_on IS NULL`.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** Stores the next version of a scenario and puts it in force; returns the version. */
export async function insertScenarioVersion(
  tx: Tx,
  scenario: Readonly<{ companyId: CompanyId; code: string; name: string; steps: readonly Step[]; actor: string }>,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    INSERT INTO scenarios (company_id, code, version, name, steps, actor)
    SELECT ${scenario.companyId}, ${scenario.code}, coalesce(max(version), 0) + 1, ${scenario.name}, ${JSON.stringify(scenario.steps)}::jsonb,
      ${scenario.actor}
    FROM scenarios WHERE org_id = current_org() AND company_id = ${scenario.companyId} AND code = ${scenario.code}
    RETURNING version`.execute(tx);
  return rows[0]!.version;
}

/** Steps reached in another tool (R6), found by customer account and invoice number; known ones are left alone. */
export async function insertImportedLevels(
  tx: Tx,
  imported: Readonly<{
    companyId: CompanyId;
    scenario: string;
    levels: readonly Readonly<{ customerRef: string; invoiceNumber: string; rank: number; on: Day; step: string }>[];
    actor: string;
  }>,
): Promise<void> {
  await sql`
    INSERT INTO receivable_levels (receivable_id, rank, company_id, customer_id, scenario, step, done_on, origin, actor)
    SELECT r.receivable_id, g.rank, r.company_id, r.customer_id, ${imported.scenario}, g.step, g."on", 'imported', ${imported.actor}
    FROM jsonb_to_recordset(${JSON.stringify(imported.levels)}::jsonb) AS g("customerRef" text, "invoiceNumber" text, rank int, "on" date, step text)
    JOIN customers c ON c.org_id = current_org() AND c.company_id = ${imported.companyId} AND c.ref = g."customerRef"
    JOIN invoices i ON i.org_id = c.org_id AND i.customer_id = c.customer_id AND i.number = g."invoiceNumber"
    JOIN receivables r ON r.org_id = i.org_id AND r.invoice_id = i.invoice_id
    ON CONFLICT DO NOTHING`.execute(tx);
}
