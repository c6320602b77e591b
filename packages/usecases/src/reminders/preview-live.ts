// Preview of going live: what would really leave, segment by segment, were every customer live. Rehearsals are forgotten.
import type { PlannedAction } from '@quittance/core/dunning';
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { type LiveSegmentRow, listLiveSegments, segmentsOf } from '@quittance/db/customers';
import { isMailServerSet, isMailTested } from '../channels/mail-state.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { nextSendingInstant } from '../delivery/send-window.ts';
import type { MailSender } from '../ports/index.ts';
import { type DayPlan, planDay } from './plan-day.ts';

/** A segment with what would leave to its customers on the day. */
export type SegmentPreview = LiveSegmentRow & Readonly<{ actions: readonly PlannedAction[] }>;

/** What a go-live page shows. */
export type LivePreview = Readonly<{
  plan: DayPlan;
  leavesAt: Date;
  mail: 'missing' | 'untested' | 'tested';
  segments: readonly SegmentPreview[];
}>;

/** Plans the day as if all were live; stores nothing. */
export const previewLive = (
  context: Context,
  ports: Readonly<{ mail: MailSender | null }>,
  asked: Readonly<{ companyId: CompanyId; on: Day }>,
): Promise<LivePreview> =>
  readOrganization(context, async (tx) => {
    const plan = await planDay(tx, { ...asked, asIfLive: true });
    const rows = await listLiveSegments(tx, asked.companyId);
    const ids = [...new Set(plan.plan.actions.map((action) => action.customerId))];
    const segmentOf = await segmentsOf(tx, ids as CustomerId[]);
    const isSet = await isMailServerSet(tx, ports.mail, asked.companyId);
    return {
      plan,
      leavesAt: nextSendingInstant(plan.settings, context.clock.now()),
      mail: !isSet ? 'missing' : (await isMailTested(tx, asked.companyId)) ? 'tested' : 'untested',
      segments: rows.map((row) => ({
        ...row,
        actions: plan.plan.actions.filter((action) => segmentOf.get(action.customerId) === row.segment),
      })),
    };
  });
