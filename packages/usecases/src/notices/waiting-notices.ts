// Notices of what waits: messages that failed or that nobody is sure of, contacts to repair, test mode while messages wait.
import { addDays, type CompanyId, type Day } from '@quittance/core/kernel';
import { type Heap, readWaiting } from '@quittance/db/notices';
import type { Tx } from '@quittance/db/tx';
import type { Notice, NoticeKind } from './notice.ts';

/** How long ago what was rehearsed is still told. */
const REHEARSED_DAYS = 30;

const noticeOf = (
  kind: NoticeKind,
  { count, firstAt, lastAt }: Heap,
  more: Partial<Pick<Notice, 'weight' | 'facts'>> = {},
): Notice[] =>
  count === 0 || !firstAt || !lastAt
    ? []
    : [{ kind, key: '', weight: 'act', count, since: firstAt, lastAt, facts: {}, ...more }];

/** Each heap that is not empty. Messages kept in test mode count only while the company is in it. */
export async function waitingNotices(
  tx: Tx,
  { companyId, testMode }: Readonly<{ companyId: CompanyId; testMode: boolean }>,
  on: Day,
): Promise<Notice[]> {
  const from = addDays(on, -REHEARSED_DAYS);
  const { failed, uncertain, contactsToRepair, paymentsReturned, rehearsed } = await readWaiting(tx, {
    companyId,
    rehearsedFrom: from,
  });
  return [
    ...noticeOf('messages_failed', failed),
    ...noticeOf('messages_uncertain', uncertain),
    ...noticeOf('contacts_to_repair', contactsToRepair),
    ...noticeOf('payments_returned', paymentsReturned),
    ...(testMode ? noticeOf('test_mode_waiting', rehearsed, { weight: 'know', facts: { from } }) : []),
  ];
}
