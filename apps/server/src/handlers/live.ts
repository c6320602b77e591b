// Going live over HTTP: each segment with what would really leave to it.
import type { LiveView } from '@quittance/contracts/api';
import { sumCents } from '@quittance/core/kernel';
import { letterheadGaps } from '@quittance/usecases/companies';
import type { LivePreview, SegmentPreview } from '@quittance/usecases/reminders';

const FIRST = 5;

function segmentView(preview: LivePreview, { segment, customers, approved, actions }: SegmentPreview) {
  const { settings } = preview.plan;
  const own = actions.filter(({ channel, currency }) => channel !== 'task' && currency === settings.currency);
  return {
    segment,
    customers,
    approved,
    isLive: settings.liveSegments.includes(segment),
    messages: own.length,
    formalNotices: own.filter(({ tone }) => tone === 'formal').length,
    totalCents: sumCents(own.map(({ totalCents }) => totalCents)),
    first: own.slice(0, FIRST).map(({ customerId, channel, tone, totalCents }) => ({
      customerId,
      customerName: preview.plan.customers.get(customerId)?.name ?? '',
      channel,
      tone,
      totalCents,
    })),
  };
}

/** `isAll`: the company is live as a whole already. */
export const liveViewOf = (preview: LivePreview, isAll: boolean): LiveView => ({
  on: preview.plan.plan.on,
  leavesAt: preview.leavesAt.toISOString(),
  currency: preview.plan.settings.currency,
  mail: preview.mail,
  letterheadGaps: letterheadGaps(preview.plan.settings.letterhead),
  all: isAll,
  segments: preview.segments.map((each) => ({
    ...segmentView(preview, each),
    ...(isAll ? { isLive: true } : {}),
  })),
});
