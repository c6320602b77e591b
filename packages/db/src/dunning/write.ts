// Dunning written: holds, skipped levels, scenarios. Only use cases call this.
import type { HoldFact, PlannedAction, Step } from '@quittance/core/dunning';
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { sql } from 'kysely';
import { overRehearsal } from '../outbox/rehearsal.ts';
import type { Tx } from '../tx/index.ts';

export type NewHold = HoldFact & Readonly<{ companyId: CompanyId; customerId: CustomerId }>;

/** Records a hold; returns its id. */
export async function insertHold(tx: Tx, hold: NewHold): Promise<number> {
  const { rows } = await sql<{ holdId: number }>`
    INSERT INTO holds (company_id, customer_id, receivable_id, reason, cents, from_on, until_on, note, author)
    VALUES (${hold.companyId}, ${hold.customerId}, ${hold.receivableId}, ${hold.reason}, ${hold.cents}, ${hold.fromOn}, ${hold.untilOn},
      ${hold.note}, ${hold.author}) RETURNING hold_id AS "holdId"`.execute(tx);
  return rows[0]!.holdId;
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
