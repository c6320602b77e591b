// Notices of what waits: messages that failed or that nobody is sure of, contacts to repair, test mode while messages wait.
import type { CompanyId } from '@quittance/core/kernel';
import { type Heap, readWaiting } from '@quittance/db/notices';
import type { Tx } from '@quittance/db/tx';
import type { Notice, NoticeKind } from './notice.ts';

const noticeOf = (kind: NoticeKind, { count, firstAt, lastAt }: Heap, weight: Notice['weight'] = 'act'): Notice[] =>
  count === 0 || !firstAt || !lastAt ? [] : [{ kind, key: '', weight, count, since: firstAt, lastAt, facts: {} }];

/** Each heap that is not empty. Messages kept in test mode count only while the company is in it. */
export async function waitingNotices(
  tx: Tx,
  { companyId, testMode }: Readonly<{ companyId: CompanyId; testMode: boolean }>,
): Promise<Notice[]> {
  const { failed, uncertain, contactsToRepair, rehearsed } = await readWaiting(tx, companyId);
  return [
    ...noticeOf('messages_failed', failed),
    ...noticeOf('messages_uncertain', uncertain),
    ...noticeOf('contacts_to_repair', contactsToRepair),
    ...(testMode ? noticeOf('test_mode_waiting', rehearsed, 'know') : []),
  ];
}
