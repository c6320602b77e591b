// Record a plan: what was planned and not approved gives way to the plan of the day; what stands in both stays.
import type { PlannedAction } from '@quittance/core/dunning';
import type { ActionId, CompanyId, Day } from '@quittance/core/kernel';
import { type ActionRow, listActions } from '@quittance/db/outbox';
import { cancelActions, insertActions, insertTask } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type DayPlan, keyOf } from './plan-day.ts';
import { isSameAction } from './same-action.ts';

/** What recording did. */
export type RecordedPlan = Readonly<{
  kept: readonly ActionRow[];
  added: readonly ActionId[];
  superseded: readonly ActionId[];
  /** Contacts to repair that nobody was told of yet. */
  repairs: number;
}>;

const stillRight = (row: ActionRow, on: Day, fresh: ReadonlyMap<string, PlannedAction>): boolean => {
  const action = fresh.get(keyOf(row));
  return action !== undefined && row.plannedOn === on && isSameAction(row, action);
};

/** Words a person wrote for this once do not pass to another message: their loss is said by its own reason. */
async function supersede(tx: Tx, on: Day, rows: readonly ActionRow[]): Promise<ActionId[]> {
  const idsOf = (isEdited: boolean) =>
    rows.filter((row) => (row.edited !== null) === isEdited).map((row) => row.actionId);
  const plain = await cancelActions(tx, idsOf(false), { reason: 'superseded', facts: { on } });
  return [...plain, ...(await cancelActions(tx, idsOf(true), { reason: 'edited_stale', facts: { on } }))];
}

/** Stores the actions of a whole company's plan as `planned`, cancels planned ones it no longer holds, and raises the contacts to repair. */
export async function recordPlan(tx: Tx, companyId: CompanyId, day: DayPlan): Promise<RecordedPlan> {
  const { plan } = day;
  const fresh = new Map(plan.actions.map((action) => [keyOf(action), action]));
  const waiting = await listActions(tx, { companyId, states: ['planned'] });
  const kept = waiting.filter((row) => stillRight(row, plan.on, fresh));
  const keptKeys = new Set(kept.map(keyOf));
  const superseded = await supersede(
    tx,
    plan.on,
    waiting.filter((row) => !kept.includes(row)),
  );
  const added = await insertActions(tx, {
    companyId,
    on: plan.on,
    actions: plan.actions.filter((action) => !keptKeys.has(keyOf(action))),
  });
  let repairs = 0;
  for (const repair of plan.repairs) {
    const isNew = await insertTask(tx, {
      companyId,
      customerId: repair.customerId,
      actionId: null,
      kind: 'repair_contact',
      dueOn: plan.on,
      facts: { channel: repair.channel, reason: repair.reason },
    });
    if (isNew) repairs += 1;
  }
  return { kept, added, superseded, repairs };
}
