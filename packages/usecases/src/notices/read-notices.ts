// Read notices: what needs somebody in a company now, for one member; mark them as seen.
import type { Permission } from '@quittance/core/access';
import { localDay } from '@quittance/core/calendar';
import type { CompanyId } from '@quittance/core/kernel';
import { readMemberSettings } from '@quittance/db/members';
import { mergeMemberSettings } from '@quittance/db/members/write';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import { freshnessNotices, importNotices, matchingNotices } from './books-notices.ts';
import { lawNotices } from './law-notices.ts';
import { type Notice, type NoticeKind, noticePermission } from './notice.ts';
import { waitingNotices } from './waiting-notices.ts';

/** Who looks, and what they may do. */
export type NoticeReader = Readonly<{
  companyId: CompanyId;
  userId: string;
  may: readonly Permission[];
}>;

/** A notice as its reader sees it. */
export type SeenNotice = Notice & Readonly<{ isNew: boolean }>;

const isTold =
  ({ may }: NoticeReader) =>
  ({ kind }: Readonly<{ kind: NoticeKind }>): boolean =>
    may.includes(noticePermission(kind));

const byWeight = (a: SeenNotice, b: SeenNotice): number =>
  a.weight === b.weight ? b.lastAt.getTime() - a.lastAt.getTime() : a.weight === 'act' ? -1 : 1;

/** What the reader can mend, what needs somebody first, then the newest. */
export const readNotices = (context: Context, reader: NoticeReader): Promise<SeenNotice[]> =>
  readOrganization(context, async (tx) => {
    const { companyId, userId } = reader;
    const company = await getSettings(tx, companyId);
    const now = context.clock.now();
    const on = localDay(now.getTime(), company.timezone);
    const seenAt = ((await readMemberSettings(tx, userId)) as { noticesSeenAt?: string }).noticesSeenAt ?? '';
    const all = [
      ...(await waitingNotices(tx, company, on)),
      ...(await freshnessNotices(tx, company, on)),
      ...(await matchingNotices(tx, company, { on, at: now })),
      ...(await importNotices(tx, { companyId, actor: context.actor, now })),
      ...(await lawNotices(tx, { companyId, on })),
    ];
    return all
      .filter(isTold(reader))
      .map((notice) => ({ ...notice, isNew: notice.lastAt.toISOString() > seenAt }))
      .toSorted(byWeight);
  });

/** Marks what there is now as seen by the member; other memories of theirs stay. */
export const markNoticesSeen = (context: Context, userId: string): Promise<void> =>
  inOrganization(context, (tx) =>
    mergeMemberSettings(tx, userId, { noticesSeenAt: context.clock.now().toISOString() }),
  );
