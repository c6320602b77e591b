// A notice: a fact that needs somebody, told to those who can mend it.
import type { Permission } from '@quittance/core/access';

/** What may need somebody; each with what one must be allowed to do to mend it. */
const KINDS = {
  messages_failed: 'outbox.write',
  messages_uncertain: 'outbox.write',
  contacts_to_repair: 'contact.write',
  payments_returned: 'task.write',
  books_ageing: 'import.write',
  plan_held: 'import.write',
  matching_owed: 'payment.write',
  import_finished: 'import.write',
  import_failed: 'import.write',
  rate_missing: 'rate.write',
  formal_deadline: 'reminder.approve',
  claims_ending: 'reminder.approve',
  test_mode_waiting: 'company.go_live',
} as const satisfies Record<string, Permission>;

/** A kind of notice. */
export type NoticeKind = keyof typeof KINDS;

/** What one must be allowed to do to be told. */
export const noticePermission = (kind: NoticeKind): Permission => KINDS[kind];

/** A notice before it is known whether somebody saw it. */
export type Notice = Readonly<{
  kind: NoticeKind;
  /** Tells two notices of a kind apart: a job, a half-year; empty where there is one of the kind. */
  key: string;
  /** `act` needs somebody now, `know` tells. */
  weight: 'act' | 'know';
  count: number;
  /** Since when it is so. */
  since: Date;
  /** When it last got worse: what came after the reader looked is new. */
  lastAt: Date;
  facts: Readonly<Record<string, string | number | null>>;
}>;
