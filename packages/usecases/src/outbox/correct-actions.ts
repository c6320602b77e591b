// Correct the outbox: try again, cancel, confirm that an uncertain message arrived, note a tracking number. Each leaves its line in the journal.
import { localDay } from '@quittance/core/calendar';
import type { ActionId, CompanyId } from '@quittance/core/kernel';
import { appendEvent } from '@quittance/db/journal';
import { listOwnActions } from '@quittance/db/outbox';
import {
  cancelActions,
  closeTasksOf,
  confirmActions,
  insertLevels,
  requeueActions,
  saveTracking,
} from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';

/** How many it was done for, and why not for the others; an action of another company is unknown. */
export type OutboxOutcome = Readonly<{
  done: number;
  refused: readonly Readonly<{ actionId: ActionId; code: 'action_unknown' | 'state_forbids' }>[];
}>;

type Order = Readonly<{ companyId: CompanyId; actionIds: readonly ActionId[] }>;

const carryOut = (
  context: Context,
  order: Order,
  verb: Readonly<{
    kind: string;
    facts?: Readonly<Record<string, unknown>>;
    act(tx: Tx, ids: readonly ActionId[]): Promise<ActionId[]>;
  }>,
): Promise<OutboxOutcome> =>
  inOrganization(context, async (tx) => {
    const own = await listOwnActions(tx, order.companyId, order.actionIds);
    const done = await verb.act(tx, own);
    const refused = order.actionIds
      .filter((actionId) => !done.includes(actionId))
      .map((actionId) => ({
        actionId,
        code: own.includes(actionId) ? ('state_forbids' as const) : ('action_unknown' as const),
      }));
    if (done.length > 0) {
      await appendEvent(tx, {
        kind: verb.kind,
        actor: context.actor,
        subject: 'company',
        subjectId: order.companyId,
        payload: { actions: done, ...verb.facts },
      });
    }
    return { done: done.length, refused };
  });

const todayOf = async (tx: Tx, context: Context, companyId: CompanyId) =>
  localDay(context.clock.now().getTime(), (await getSettings(tx, companyId)).timezone);

/** failed or uncertain → queued: a person decided that it did not arrive. Checked again before it leaves (R13). */
export const retryActions = (context: Context, order: Order): Promise<OutboxOutcome> =>
  carryOut(context, order, {
    kind: 'action.retried',
    act: async (tx, ids) => {
      const on = await todayOf(tx, context, order.companyId);
      const done = await requeueActions(tx, ids, context.clock.now());
      for (const actionId of done) await closeTasksOf(tx, actionId, { on, by: context.actor, outcome: 'retried' });
      return done;
    },
  });

/** Cancels what has not left. */
export const cancelOutbox = (context: Context, order: Order & Readonly<{ note: string }>): Promise<OutboxOutcome> =>
  carryOut(context, order, {
    kind: 'action.cancelled',
    facts: { note: order.note },
    act: (tx, ids) =>
      cancelActions(tx, ids, { reason: 'cancelled_by_person', facts: { note: order.note, by: context.actor } }),
  });

/** uncertain → sent: a person knows that it arrived; the step is done. */
export const confirmSent = (context: Context, order: Order): Promise<OutboxOutcome> =>
  carryOut(context, order, {
    kind: 'action.confirmed',
    act: async (tx, ids) => {
      const on = await todayOf(tx, context, order.companyId);
      const done = await confirmActions(tx, ids);
      for (const actionId of done) {
        await insertLevels(tx, actionId, { on, actor: context.actor });
        await closeTasksOf(tx, actionId, { on, by: context.actor, outcome: 'arrived' });
      }
      return done;
    },
  });

/** Notes the tracking number of a registered letter. False where there is no such letter. */
export const noteTracking = (context: Context, actionId: ActionId, trackingNumber: string): Promise<boolean> =>
  inOrganization(context, async (tx) => {
    const known = await saveTracking(tx, actionId, trackingNumber);
    if (known) {
      await appendEvent(tx, {
        kind: 'letter.tracked',
        actor: context.actor,
        subject: 'action',
        subjectId: actionId,
        payload: { trackingNumber },
      });
    }
    return known;
  });
