// Find chosen: actions of a day looked up by their keys in the plan of the moment, with what is recorded of them.
import type { PlannedAction } from '@quittance/core/dunning';
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { type ActionRow, listActions } from '@quittance/db/outbox';
import type { Tx } from '@quittance/db/tx';
import type { CompanySettings } from '../companies/settings.ts';
import { customerOfKey, keyOf, planDay } from './plan-day.ts';

/** Actions of a day, named by their keys. */
export type ChosenActions = Readonly<{ companyId: CompanyId; on: Day; keys: readonly string[] }>;

/** One of them: as planned now, and as recorded; either may be missing. */
export type FoundAction = Readonly<{
  key: string;
  planned: PlannedAction | undefined;
  recorded: ActionRow | undefined;
}>;

/** Looks the keys up, each once; the settings come along. */
export async function findChosen(
  tx: Tx,
  { companyId, on, keys }: ChosenActions,
): Promise<Readonly<{ settings: CompanySettings; found: readonly FoundAction[] }>> {
  const customerIds = [...new Set(keys.map(customerOfKey))].filter((id): id is CustomerId => id !== null);
  const { plan, settings } = await planDay(tx, { companyId, on, customerIds });
  const planned = new Map(plan.actions.map((action) => [keyOf(action), action]));
  const recorded = await listActions(tx, { companyId, states: ['planned', 'approved', 'queued'], upTo: on });
  // One approved on an earlier day and still to leave is another message, although its key reads the same.
  const ofToday = recorded.filter((row) => row.plannedOn === on || row.state === 'planned');
  const byKey = new Map(ofToday.map((row) => [keyOf(row), row]));
  const found = [...new Set(keys)].map((key) => ({ key, planned: planned.get(key), recorded: byKey.get(key) }));
  return { settings, found };
}
