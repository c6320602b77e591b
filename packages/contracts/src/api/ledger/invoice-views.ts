// Invoice views: a line of the list, the whole page, its history, its interest, a new due date.
import type { ActionId, AllocationId, CustomerId, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { z } from 'zod';
import {
  centsValue,
  channelValue,
  currencyValue,
  customerKindValue,
  dayValue,
  idValue,
  instantValue,
  receivableStatusValue,
  toneValue,
} from '../../values/index.ts';
import { holdView } from './customers.ts';
import { receivableView } from './receivable-view.ts';

const head = {
  invoiceId: idValue<InvoiceId>(),
  number: z.string(),
  customerId: idValue<CustomerId>(),
  customerRef: z.string(),
  customerName: z.string(),
  issuedOn: dayValue,
  /** The earliest due day still open, else the last one. */
  dueOn: dayValue,
  dueEstimated: z.boolean(),
  currency: currencyValue,
  grossCents: centsValue,
  openCents: centsValue,
  daysLate: z.int(),
  statuses: z.array(receivableStatusValue),
  level: z.int().min(0),
};

/** One line of the list. */
export const invoiceRow = z.strictObject(head);

/** The step a term takes next and the first day it may leave; null when its ladder is done or nothing is open. */
const nextChase = z.strictObject({ step: z.string(), channel: channelValue, on: dayValue }).nullable();

/** What holds an invoice. */
const invoiceHold = z.strictObject({ ...holdView.shape, holdId: idValue().nullable() });

/** An invoice with its due terms, allocations, holds, reminders and sources. */
export const invoiceView = z.strictObject({
  ...head,
  customerKind: customerKindValue,
  label: z.string(),
  sentOn: dayValue.nullable(),
  netCents: centsValue.nullable(),
  vatCents: centsValue.nullable(),
  /** The day the view speaks of. */
  on: dayValue,
  /** The invoice itself, where its PDF is known: reminders that say so attach it. */
  document: z.strictObject({ fileName: z.string(), bytes: z.int() }).nullable(),
  terms: z.array(receivableView.extend({ next: nextChase })),
  /** Due dates it had before, the oldest change first. */
  dueChanges: z.array(
    z.strictObject({
      receivableId: idValue<ReceivableId>(),
      on: dayValue,
      oldDueOn: dayValue,
      newDueOn: dayValue,
      wasEstimated: z.boolean(),
      reason: z.string(),
      author: z.string(),
    }),
  ),
  /** In force on its terms or on its customer as a whole. */
  /** `holdId` null: a bank movement that waits could settle it; its note says which, and it ends with that movement. */
  holds: z.array(invoiceHold),
  allocations: z.array(
    z.strictObject({
      allocationId: idValue<AllocationId>(),
      receivableId: idValue<ReceivableId>(),
      on: dayValue,
      cents: centsValue,
      source: z.enum(['payment', 'credit_note', 'write_off', 'discount', 'bank_fee', 'exchange', 'waiver']),
      creditId: idValue(),
      number: z.string(),
      origin: z.enum(['lettering', 'file', 'manual', 'automatic']),
      author: z.string(),
      reason: z.string(),
      /** Undone on this day; the line stays. */
      reversedOn: dayValue.nullable(),
      reversedBy: z.string().nullable(),
      reversedWhy: z.string().nullable(),
    }),
  ),
  reminders: z.array(
    z.strictObject({
      actionId: idValue<ActionId>(),
      on: dayValue,
      channel: channelValue,
      tone: toneValue,
      step: z.string(),
      state: z.string(),
    }),
  ),
  /** Where its facts come from: file and line. */
  sources: z.array(z.strictObject({ fileName: z.string(), row: z.int().nullable(), importedAt: instantValue })),
});

/** One thing that happened to an invoice; texts and codes as the kind says. */
export const invoiceEvent = z.strictObject({
  kind: z.enum([
    'issued',
    'imported',
    'payment',
    'credit_note',
    'write_off',
    'discount',
    'bank_fee',
    'exchange',
    'waiver',
    'undone',
    'returned',
    'due_changed',
    'discount_agreed',
    'discount_removed',
    'reminder',
    'call',
    'hold',
    'released',
    'note',
    'document',
  ]),
  on: dayValue,
  at: instantValue.nullable(),
  cents: centsValue.nullable(),
  text: z.string(),
  code: z.string().nullable(),
  state: z.string().nullable(),
  untilOn: dayValue.nullable(),
  actionId: idValue<ActionId>().nullable(),
  author: z.string().nullable(),
});

/** Interest and fixed fee of an invoice through a day. */
export const interestView = z.strictObject({
  on: dayValue,
  lines: z.array(
    z.strictObject({
      dueOn: dayValue,
      from: dayValue,
      to: dayValue,
      days: z.int(),
      /** Yearly, in hundredths of a percent. */
      rate: z.int(),
      principalCents: centsValue,
      interestCents: centsValue,
      /** The half-year whose rate applies: `2026S1`. */
      halfYear: z.string(),
      source: z.string(),
      /** The source is neither official nor published. */
      isDoubtful: z.boolean(),
      /** The rate is the shipped one; otherwise the organization entered it, with its source in its own words. */
      isShipped: z.boolean(),
    }),
  ),
  interestCents: centsValue,
  fixedFeeCents: centsValue,
  totalCents: centsValue,
  rateRule: z.enum(['ecb_plus_margin', 'agreed', 'ecb_plus_margin_frozen', 'legal_other', 'no_formal_notice']),
  articles: z.array(z.string()),
  /** Why the fixed fee is not owed; null where it is. */
  feeWhy: z.enum(['consumer', 'not_late']).nullable(),
});

/** What a new due date would change. */
export const dueDatePreview = z.strictObject({
  oldDueOn: dayValue,
  newDueOn: dayValue,
  before: nextChase,
  after: nextChase,
  /** The legal maximum, where the law has one for this debtor. */
  limit: z
    .strictObject({
      latestDueOn: dayValue,
      maxDays: z.int(),
      overByDays: z.int(),
      article: z.string(),
      rule: z.string(),
    })
    .nullable(),
});

export type InvoiceRow = z.output<typeof invoiceRow>;
export type InvoiceView = z.output<typeof invoiceView>;
export type InvoiceEvent = z.output<typeof invoiceEvent>;
export type InterestView = z.output<typeof interestView>;
export type DueDatePreviewView = z.output<typeof dueDatePreview>;
