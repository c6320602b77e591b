// Reminder views: actions, holds and previews as the screen shows them.
import type { ActionId, CustomerId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import {
  centsValue,
  channelValue,
  currencyValue,
  dayValue,
  idValue,
  languageValue,
  ruleValue,
  silenceReasonValue,
  toneValue,
} from '../../values/index.ts';

const key = z.string().regex(/^\d{1,15}\.[a-z_]{3,20}\.\d{1,3}\.[A-Z]{3}$/);

/** An action of a day is named `customerId.channel.rank.currency`: what makes it unique that day (rule R4). */
export const reminderKeys = { one: key, many: z.array(key).min(1).max(5000) };

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
});

/** What a bulk decision did, and which ones it could not be done for. */
export const bulkOutcome = z.strictObject({
  done: z.int(),
  refused: z.array(
    z.strictObject({ actionKey: z.string(), code: z.enum(['action_unknown', 'action_gone', 'state_forbids']) }),
  ),
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
export type RunCounts = z.output<typeof runCounts>;
