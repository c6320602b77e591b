// Record a plan: what was planned and not approved gives way to the plan of the day; what stands in both stays.
import type { PlannedAction } from '@quittance/core/dunning';
import type { ActionId, CompanyId, Day } from '@quittance/core/kernel';
import { type ActionRow, listActions } from '@quittance/db/outbox';
import { cancelActions, insertActions, insertTask } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { type DayPlan, keyOf } from './plan-day.ts';

/** What recording did. */
export type RecordedPlan = Readonly<{
  kept: readonly ActionRow[];
  added: readonly ActionId[];
  superseded: readonly ActionId[];
}>;

const sameItems = (row: ActionRow, action: PlannedAction): boolean =>
  row.totalCents === action.totalCents &&
  row.items.length === action.items.length &&
  row.items.every((item) =>
    action.items.some(
      (a) => a.receivableId === item.receivableId && a.cents === item.cents && a.advances === item.advances,
    ),
  );

const stillRight = (row: ActionRow, on: Day, fresh: ReadonlyMap<string, PlannedAction>): boolean => {
  const action = fresh.get(keyOf(row));
  return action !== undefined && row.plannedOn === on && sameItems(row, action);
};

/** Stores the actions of a plan as `planned`, cancels planned ones it no longer holds, and raises the contacts to repair. */
export async function recordPlan(tx: Tx, companyId: CompanyId, day: DayPlan): Promise<RecordedPlan> {
  const { plan } = day;
  const fresh = new Map(plan.actions.map((action) => [keyOf(action), action]));
  const waiting = (await listActions(tx, { companyId, states: ['planned'] })).filter((row) =>
    day.customers.has(row.customerId),
  );
  const kept = waiting.filter((row) => stillRight(row, plan.on, fresh));
  const keptKeys = new Set(kept.map(keyOf));
  const superseded = await cancelActions(
    tx,
    waiting.filter((row) => !kept.includes(row)).map((row) => row.actionId),
    { reason: 'superseded', facts: { on: plan.on } },
  );
  const added = await insertActions(tx, {
    companyId,
    on: plan.on,
    actions: plan.actions.filter((action) => !keptKeys.has(keyOf(action))),
  });
  for (const repair of plan.repairs) {
    await insertTask(tx, {
      companyId,
      customerId: repair.customerId,
      actionId: null,
      kind: 'repair_contact',
      dueOn: plan.on,
      facts: { channel: repair.channel, reason: repair.reason },
    });
  }
  return { kept, added, superseded };
}
