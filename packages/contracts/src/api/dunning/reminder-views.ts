// Reminder views: actions, holds and previews as the screen shows them.
import type { ActionId, CustomerId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import {
  centsValue,
  channelValue,
  currencyValue,
  dayValue,
  idValue,
  instantValue,
  languageValue,
  ruleValue,
  silenceReasonValue,
  toneValue,
} from '../../values/index.ts';

const key = z.string().regex(/^\d{1,15}\.[a-z_]{3,20}\.\d{1,3}\.[A-Z]{3}$/);

/** An action of a day is named `customerId.channel.rank.currency`: what makes it unique that day (rule R4). */
export const reminderKeys = { one: key, some: z.array(key).max(5000) };

/** The key of a planned action. */
export const actionKey = (
  action: Readonly<{ customerId: number; channel: string; rank: number; currency: string }>,
): string => `${action.customerId}.${action.channel}.${action.rank}.${action.currency}`;

/** States of an action; `proposed` is only computed, nothing is recorded yet. */
export const actionStateValue = z.enum([
  'proposed',
  'planned',
  'approved',
  'queued',
  'sent',
  'cancelled',
  'failed',
  'uncertain',
]);

const customer = { customerId: idValue<CustomerId>(), customerRef: z.string(), customerName: z.string() };

/** One thing to do for one customer. */
export const plannedAction = z.strictObject({
  actionKey: key,
  /** Once recorded. */
  actionId: idValue<ActionId>().nullable(),
  state: actionStateValue,
  ...customer,
  channel: channelValue,
  scenario: z.string(),
  step: z.string(),
  rank: z.int(),
  tone: toneValue,
  language: languageValue,
  rule: ruleValue,
  needsApproval: z.boolean(),
  /** Place of its step on the ladder, 1 for the first, of how many. */
  level: z.int(),
  levels: z.int(),
  /** The step before, where one was done: its place and its day. */
  previousLevel: z.int().nullable(),
  previousOn: dayValue.nullable(),
  segment: z.string().nullable(),
  /** E-mail of the member whose customer it is. */
  owner: z.string().nullable(),
  /** Its words were written for this once. */
  edited: z.boolean(),
  /** To whom: a contact’s name and address, empty for post to the customer. */
  contact: z.string(),
  totalCents: centsValue,
  currency: currencyValue,
  deadlineOn: dayValue.nullable(),
  items: z.array(
    z.strictObject({
      receivableId: idValue<ReceivableId>(),
      invoiceNumber: z.string(),
      dueOn: dayValue,
      daysLate: z.int(),
      cents: centsValue,
      /** Its own step is due; else it is only listed (R4). */
      advances: z.boolean(),
    }),
  ),
  credits: z.array(z.strictObject({ number: z.string(), cents: centsValue })),
});

/** A receivable that gets nothing. */
export const planHold = z.strictObject({
  ...customer,
  receivableId: idValue<ReceivableId>(),
  invoiceNumber: z.string(),
  dueOn: dayValue,
  openCents: centsValue,
  currency: currencyValue,
  reason: silenceReasonValue,
  rule: ruleValue,
  /** Last day held, or day of the next step; null = until something changes. */
  until: dayValue.nullable(),
  /** The held part where it is not all of it. */
  cents: centsValue.nullable(),
  note: z.string(),
  /** The recorded hold behind it, to release or extend; null for the planner’s own reasons. */
  holdId: idValue().nullable(),
  /** First day of the recorded hold. */
  since: dayValue.nullable(),
  /** Who placed it. */
  author: z.string(),
});

const group = { count: z.int(), customers: z.int(), cents: centsValue };

/** The plan in figures. */
export const planSummary = z.strictObject({
  on: dayValue,
  currency: currencyValue,
  testMode: z.boolean(),
  actions: z.strictObject(group),
  awaitingApproval: z.int(),
  byChannel: z.array(z.strictObject({ channel: channelValue, ...group })),
  byTone: z.array(z.strictObject({ tone: toneValue, ...group })),
  /** Null: customers nobody owns, or in no segment. */
  byOwner: z.array(z.strictObject({ owner: z.string().nullable(), ...group })),
  bySegment: z.array(z.strictObject({ segment: z.string().nullable(), ...group })),
  /** When what is approved now would leave. */
  leavesAt: instantValue,
  holds: z.strictObject(group),
  byReason: z.array(z.strictObject({ reason: silenceReasonValue, ...group })),
  /** Contacts to repair (R10). */
  repairs: z.array(
    z.strictObject({ ...customer, channel: channelValue, reason: z.enum(['missing', 'bounced', 'opted_out']) }),
  ),
  /** Customers left out because their data could not be planned, with the reason. */
  failures: z.array(z.strictObject({ ...customer, code: z.string() })),
});

/** A message word for word, before it leaves. Letters are pictures of themselves: `pdf` in base64. */
export const messagePreview = z.strictObject({
  channel: channelValue,
  language: languageValue,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  pdf: z.string().nullable(),
  attachments: z.array(z.strictObject({ fileName: z.string(), bytes: z.int() })),
  /** What it is made of, to be edited; null where it is not to be. */
  words: z.strictObject({ subject: z.string(), body: z.string() }).nullable(),
  /** Who wrote its words for this once, and when. */
  edited: z.strictObject({ by: z.string(), at: instantValue }).nullable(),
  /** The amounts have changed since its words were written: it will not leave as it is. */
  isStale: z.boolean(),
});

/** Words for one message: a line and a text; nothing in them is a field or a tag. */
export const messageWords = z.strictObject({
  subject: z.string().max(300),
  body: z.string().trim().min(1).max(10_000),
});

/** What a bulk decision did, and which ones it could not be done for. */
export const bulkOutcome = z.strictObject({
  done: z.int(),
  refused: z.array(
    z.strictObject({
      actionKey: z.string(),
      code: z.enum(['action_unknown', 'action_gone', 'state_forbids', 'edited_stale']),
    }),
  ),
  /** By which it is undone; null where nothing was done. */
  decision: z.int().nullable(),
});

/** What an undo took back, and why not the rest. */
export const undoOutcome = z.strictObject({
  done: z.int(),
  refused: z.array(
    z.strictObject({ actionKey: z.string(), code: z.enum(['action_left', 'ladder_moved', 'hold_ended']) }),
  ),
});

const matter = z.strictObject({
  customerId: idValue<CustomerId>(),
  customerName: z.string(),
  invoiceId: idValue(),
  invoiceNumber: z.string(),
  openCents: centsValue,
  currency: currencyValue,
  on: dayValue,
});

/** What the calendar brings to a person’s notice. */
export const attentionView = z.strictObject({
  /** `on`: last day of the promise, grace included. */
  brokenPromises: z.array(matter),
  /** `on`: the day to pay that the formal notice gave. */
  expiredNotices: z.array(matter),
  /** `on`: last day to sue (art. L110-4 C. com., L218-2 C. conso., law 68-1250). */
  prescriptions: z.array(matter),
  /** Messages in the queue for more than an hour. */
  stuck: z.strictObject({ count: z.int(), since: instantValue.nullable() }),
});

/** What a run did, as the command line says it. */
export const runCounts = z.strictObject({
  planned: z.int(),
  sent: z.int(),
  awaitingApproval: z.int(),
  cancelled: z.int(),
  failed: z.int(),
  tasks: z.int(),
});

export type PlannedActionView = z.output<typeof plannedAction>;
export type PlanHoldView = z.output<typeof planHold>;
export type PlanSummary = z.output<typeof planSummary>;
export type MessagePreview = z.output<typeof messagePreview>;
export type BulkOutcome = z.output<typeof bulkOutcome>;
export type UndoOutcome = z.output<typeof undoOutcome>;
export type AttentionView = z.output<typeof attentionView>;
export type RunCounts = z.output<typeof runCounts>;
