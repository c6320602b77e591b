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
  /** Contacts to repair that nobody was told of yet. */
  repairs: number;
}>;

const sameItems = (row: ActionRow, action: PlannedAction): boolean =>
  row.totalCents === action.totalCents &&
  row.items.length === action.items.length &&
  row.items.every((item) =>
    action.items.some(
      (a) => a.receivableId === item.receivableId && a.cents === item.cents && a.advances === item.advances,
    ),
  );

const creditsText = (credits: ActionRow['credits']): string =>
  credits.map((credit) => `${credit.kind} ${credit.id} ${credit.openCents}`).join();

/** The contact of id 0 is the customer's own card, stored as none. */
const sameMessage = (row: ActionRow, action: PlannedAction): boolean =>
  row.scenario === action.scenario &&
  row.step === action.step &&
  row.tone === action.tone &&
  row.language === action.language &&
  (row.contactId ?? 0) === (action.contactId ?? 0) &&
  row.needsApproval === action.needsApproval &&
  row.deadlineOn === action.deadlineOn &&
  creditsText(row.credits) === creditsText(action.credits);

const stillRight = (row: ActionRow, on: Day, fresh: ReadonlyMap<string, PlannedAction>): boolean => {
  const action = fresh.get(keyOf(row));
  return action !== undefined && row.plannedOn === on && sameMessage(row, action) && sameItems(row, action);
};

/** Stores the actions of a whole company's plan as `planned`, cancels planned ones it no longer holds, and raises the contacts to repair. */
export async function recordPlan(tx: Tx, companyId: CompanyId, day: DayPlan): Promise<RecordedPlan> {
  const { plan } = day;
  const fresh = new Map(plan.actions.map((action) => [keyOf(action), action]));
  const waiting = await listActions(tx, { companyId, states: ['planned'] });
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
