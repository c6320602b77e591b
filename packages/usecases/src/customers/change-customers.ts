// Bulk changes: scenario, owner, segment, a pause and its end; the preview is the change itself, planned again and rolled back.
import { type CompanyId, type CustomerId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { listOwners } from '@quittance/db/customers';
import { type Changed, freeMany, holdMany, setField, undoFields, undoHolds } from '@quittance/db/customers/write';
import { listScenarios } from '@quittance/db/dunning';
import type { Tx } from '@quittance/db/tx';
import { customerScope } from '../companies/customer-scope.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { keyOf, planDay } from '../reminders/plan-day.ts';
import { type ChosenCustomers, daysOf, idsOf } from './customer-list.ts';

/** What is changed, and to what; null takes the customer's own away. */
export type BulkChange =
  | Readonly<{ set: 'scenario' | 'owner' | 'segment'; to: string | null }>
  | Readonly<{ set: 'hold'; reason: string; untilOn: Day | null; note: string }>
  | Readonly<{ set: 'free' }>;

/** Which customers of which company, and the change. */
export type BulkOrder = Readonly<{ companyId: CompanyId; rows: ChosenCustomers; change: BulkChange }>;

export type BulkRefusal = Readonly<{ code: 'not_found' | 'hold_in_past' }>;

/** Whether what a field is to become exists: a scenario of the company, a member of the organization. */
export async function isKnownValue(
  tx: Tx,
  companyId: CompanyId,
  given: Readonly<{ field: string; to: string | number | null }>,
): Promise<boolean> {
  const { field, to } = given;
  if (to === null) return true;
  if (field === 'scenario') return (await listScenarios(tx, companyId)).some(({ code }) => code === to);
  if (field === 'owner') return (await listOwners(tx)).some(({ email }) => email === String(to).toLowerCase());
  return true;
}

async function apply(
  tx: Tx,
  context: Context,
  order: Readonly<{ companyId: CompanyId; ids: readonly CustomerId[]; change: BulkChange; on: Day }>,
): Promise<Result<Changed, BulkRefusal>> {
  const { companyId, ids, change, on } = order;
  const of = { companyId, ids, actor: context.actor };
  if (change.set === 'free') return ok(await freeMany(tx, { ...of, on }));
  if (change.set === 'hold') {
    const { reason, untilOn, note } = change;
    if (untilOn !== null && untilOn < on) return refuse({ code: 'hold_in_past' });
    return ok(await holdMany(tx, { ...of, reason, untilOn, note, fromOn: on }));
  }
  if (!(await isKnownValue(tx, companyId, { field: change.set, to: change.to }))) return refuse({ code: 'not_found' });
  const to = change.set === 'owner' ? (change.to?.toLowerCase() ?? null) : change.to;
  return ok(await setField(tx, { ...of, field: change.set, to }));
}

/** Changes the customers chosen. Refuses `not_found` for an unknown scenario or member, `hold_in_past`. */
export const changeCustomers = (context: Context, order: BulkOrder): Promise<Result<Changed, BulkRefusal>> =>
  inOrganization(context, async (tx) => {
    const { settings, on } = await daysOf(tx, context, order.companyId);
    const ids = await idsOf(tx, customerScope(settings, on), order.rows);
    return apply(tx, context, { ...order, ids, on });
  });

/** What a change would do. */
export type BulkPreview = Readonly<{ chosen: number; customers: number; reminders: number }>;

class RolledBack extends Error {
  readonly preview: Result<BulkPreview, BulkRefusal>;
  constructor(preview: Result<BulkPreview, BulkRefusal>) {
    super('a preview changes nothing');
    this.preview = preview;
  }
}

async function remindersOf(tx: Tx, of: Readonly<{ companyId: CompanyId; on: Day; ids: readonly CustomerId[] }>) {
  const { plan } = await planDay(tx, { companyId: of.companyId, on: of.on, customerIds: of.ids });
  return new Map(plan.actions.map((action) => [keyOf(action), JSON.stringify(action)]));
}

/** Reminders that are in one plan alone, or differ. */
function differencesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  let count = 0;
  for (const key of new Set([...before.keys(), ...after.keys()])) if (before.get(key) !== after.get(key)) count += 1;
  return count;
}

/** Does the change, plans the day again, and takes everything back. */
export async function previewChange(context: Context, order: BulkOrder): Promise<Result<BulkPreview, BulkRefusal>> {
  const plans = order.change.set !== 'owner';
  try {
    return await inOrganization(context, async (tx): Promise<never> => {
      const { settings, on, planOn } = await daysOf(tx, context, order.companyId);
      const ids = await idsOf(tx, customerScope(settings, on), order.rows);
      const scope = { companyId: order.companyId, on: planOn, ids };
      const before = plans ? await remindersOf(tx, scope) : new Map<string, string>();
      const changed = await apply(tx, context, { ...order, ids, on });
      if (!changed.ok) throw new RolledBack(changed);
      const after = plans ? await remindersOf(tx, scope) : before;
      const { customers } = changed.value;
      throw new RolledBack(ok({ chosen: ids.length, customers, reminders: differencesOf(before, after) }));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.preview;
    throw error;
  }
}

/** Takes one's own change back, where nobody changed it again since; how many customers that was. */
export const undoChange = (
  context: Context,
  of: Readonly<{ companyId: CompanyId; firstSeq: number; lastSeq: number }>,
): Promise<number> =>
  inOrganization(context, async (tx) => {
    const { on } = await daysOf(tx, context, of.companyId);
    const told = { ...of, actor: context.actor };
    const fields = await undoFields(tx, told);
    const holds = await undoHolds(tx, { ...told, on });
    return new Set([...fields, ...holds]).size;
  });
