// Companies: the legal entities that are owed money; letterhead, chasing policy, who is live.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  addressValue,
  centsValue,
  channelValue,
  currencyValue,
  dayValue,
  ibanText,
  idParam,
  idValue,
  instantValue,
  positiveCentsValue,
  shortText,
  sirenText,
  toneValue,
} from '../../values/index.ts';

/** What stands on letters and e-mails, and how to pay. */
export const letterhead = z.strictObject({
  name: shortText.min(1),
  legalForm: shortText,
  siren: z.string().trim().max(20).nullable(),
  vatNumber: z.string().trim().max(20).nullable(),
  /** Share capital. */
  capitalCents: positiveCentsValue.nullable(),
  /** Trade register, as printed: `RCS Nantes 123 456 782`. */
  rcs: shortText.nullable(),
  website: shortText.nullable(),
  address: addressValue.nullable(),
  email: z.email().max(254).nullable(),
  phone: z.string().trim().max(40).nullable(),
  iban: z.string().trim().max(42).nullable(),
  bic: z.string().trim().max(11).nullable(),
  /** Who signs, as printed: name and function. */
  signature: shortText,
  /** Legal mentions at the foot of letters: capital, register, activity code. */
  footer: z.string().trim().max(600),
});

/** The same as it is entered: a SIREN or an IBAN whose key is wrong would be printed on every letter. */
const letterheadBody = letterhead.extend({ siren: sirenText.nullable(), iban: ibanText.nullable() });

/** What the company decided for all its customers (rules R4, R5, R7, R8, R11 of docs/specs/dunning.md). */
export const companyPolicy = z.strictObject({
  /** Ladder of customers who have none and whose segment has none. */
  scenario: z.string(),
  scenarioBySegment: z.record(z.string().max(80), z.string().max(40)),
  paymentTerms: shortText,
  minDaysBetweenContacts: z.int().min(0).max(60),
  maxEmailsPerWeek: z.int().min(0).max(50),
  maxCallsPerWeek: z.int().min(0).max(50),
  maxCallsPerDay: z.int().min(0).max(10),
  netThresholdCents: positiveCentsValue,
  listing: z.enum(['all_overdue', 'due_steps_only']),
  /** Art. L441-10 and practice: 8 to 15 days. */
  formalNoticeDays: z.int().min(8).max(15),
  formalNoticeNeedsApproval: z.boolean(),
  freshnessWorkedDays: z.int().min(1).max(60).nullable(),
  /** Hours between which messages leave, local time, 24 h. */
  sendFromHour: z.int().min(0).max(23),
  sendToHour: z.int().min(1).max(24),
  alsaceMoselle: z.boolean(),
  closedDays: z.array(dayValue).max(400),
});

/** A company with all its settings. */
export const companyView = z.strictObject({
  companyId: idValue<CompanyId>(),
  code: z.string(),
  currency: currencyValue,
  timeZone: z.string(),
  /** On: messages go to the visible test outbox and nothing leaves. */
  testMode: z.boolean(),
  /** Segments that are live all the same; '' stands for customers without one. */
  liveSegments: z.array(z.string()),
  /** The company has a mail server of its own, or the installation has one. */
  mailServerSet: z.boolean(),
  /** What a formal notice should not leave without. */
  letterheadGaps: z.array(z.enum(['address', 'iban'])),
  letterhead,
  policy: companyPolicy,
});

/** A message that would really leave. */
const liveMessage = z.strictObject({
  customerId: idValue<CustomerId>(),
  customerName: z.string(),
  channel: channelValue,
  tone: toneValue,
  totalCents: centsValue,
});

/** Who is live, and what going further would set off. */
export const liveView = z.strictObject({
  on: dayValue,
  /** When the first of them would leave. */
  leavesAt: instantValue,
  currency: currencyValue,
  mail: z.enum(['missing', 'untested', 'tested']),
  letterheadGaps: z.array(z.enum(['address', 'iban'])),
  all: z.boolean(),
  segments: z.array(
    z.strictObject({
      /** Empty for customers without one. */
      segment: z.string(),
      isLive: z.boolean(),
      customers: z.int(),
      messages: z.int(),
      formalNotices: z.int(),
      totalCents: centsValue,
      /** Approved already, and not gone: they leave as soon as the segment is live. */
      approved: z.int(),
      /** The first messages, at most five. */
      first: z.array(liveMessage),
    }),
  ),
});

export type LiveView = z.output<typeof liveView>;
export type Letterhead = z.output<typeof letterhead>;
export type CompanyPolicy = z.output<typeof companyPolicy>;
export type CompanyView = z.output<typeof companyView>;

const params = z.strictObject({ companyId: idParam<CompanyId>() });

export const companies = {
  list: route({
    method: 'GET',
    path: '/api/v1/companies',
    permission: 'company.read',
    summary: 'Companies of the organization.',
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          companyId: idValue<CompanyId>(),
          code: z.string(),
          name: z.string(),
          testMode: z.boolean(),
          liveSegments: z.array(z.string()),
        }),
      ),
    }),
    refusals: [],
  }),
  get: route({
    method: 'GET',
    path: '/api/v1/companies/:companyId',
    permission: 'company.read',
    summary: 'One company with its letterhead and policy.',
    params,
    output: companyView,
    refusals: [],
  }),
  updateLetterhead: route({
    method: 'PUT',
    path: '/api/v1/companies/:companyId/letterhead',
    permission: 'company.write',
    summary: 'Replace the letterhead.',
    params,
    body: letterheadBody,
    output: companyView,
    refusals: [],
  }),
  updatePolicy: route({
    method: 'PUT',
    path: '/api/v1/companies/:companyId/policy',
    permission: 'company.write',
    summary: 'Replace the chasing policy; what is planned is computed anew from it.',
    params,
    body: companyPolicy,
    output: companyView,
    refusals: [],
  }),
  live: route({
    method: 'GET',
    path: '/api/v1/companies/:companyId/live',
    permission: 'company.read',
    summary: 'Segments, and what would really leave to each, were it live.',
    params,
    output: liveView,
    refusals: [],
  }),
  setLive: route({
    method: 'PUT',
    path: '/api/v1/companies/:companyId/live',
    permission: 'company.go_live',
    summary: 'Choose who is live: all, some segments, or nobody; going further asks for a tested mail server.',
    params,
    body: z.strictObject({ all: z.boolean(), segments: z.array(z.string().max(200)).max(500) }),
    output: companyView,
    refusals: ['mail_server_missing', 'mail_not_tested'],
  }),
};
