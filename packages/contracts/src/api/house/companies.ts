// Companies: the legal entities that are owed money; letterhead, chasing policy, who is live.
import type { CompanyId, CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route, upload } from '../../route/index.ts';
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

const bankAccount = z.strictObject({
  label: shortText,
  iban: ibanText,
  bic: z.string().trim().max(11).nullable(),
  currency: currencyValue,
});

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
  /** Further accounts; `iban` and `bic` are the one by default. Absent in a change: as they were. */
  accounts: z.array(bankAccount).max(20).optional(),
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
  /** Most that is closed on one item as a small difference, or kept of one payment. */
  smallDifferenceCents: positiveCentsValue,
  /** Whether what matching is certain of is applied without a person; else it is proposed as all the rest. */
  appliesMatches: z.boolean(),
  /** Worked days a bank may take to show announced money. */
  bankDelayWorkedDays: z.int().min(0).max(20),
  /** What becomes of late fees claimed once their principal is paid, and who decided so; null: the shipped choice. */
  lateFees: z.strictObject({ whenPrincipalPaid: z.enum(['keep', 'waive', 'show']), decidedBy: z.string().nullable() }),
});

/** The same as it is sent: what is left out stays as it is. */
const policyBody = companyPolicy.partial({
  smallDifferenceCents: true,
  appliesMatches: true,
  bankDelayWorkedDays: true,
  lateFees: true,
});

/** A picture of the letterhead: its size in bytes and in pixels. */
const picture = z.strictObject({ sha256: z.string(), bytes: z.int(), width: z.int(), height: z.int() });

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
  pictures: z.strictObject({ logo: picture.nullable(), signature: picture.nullable() }),
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
const pictureParams = params.extend({ picture: z.enum(['logo', 'signature']) });

const planCounts = z.strictObject({ actions: z.int(), holds: z.int() });

/** Largest picture of a letterhead, in bytes. */
export const PICTURE_MAX_BYTES = 1024 * 1024;

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
  create: route({
    method: 'POST',
    path: '/api/v1/companies',
    permission: 'company.write',
    summary: 'Create another company of the organization, in test mode and with the shipped ladders.',
    body: z.strictObject({ name: shortText.min(1), siren: sirenText.nullable() }),
    output: companyView,
    status: 201,
    refusals: ['company_exists'],
  }),
  setPicture: route({
    method: 'POST',
    path: '/api/v1/companies/:companyId/pictures/:picture',
    permission: 'company.write',
    summary: 'Put the logo or the signature on the letterhead: a PNG or a JPEG.',
    params: pictureParams,
    body: upload(PICTURE_MAX_BYTES),
    output: companyView,
    refusals: ['picture_refused'],
  }),
  removePicture: route({
    method: 'POST',
    path: '/api/v1/companies/:companyId/pictures/:picture/remove',
    permission: 'company.write',
    summary: 'Take the logo or the signature off the letterhead.',
    params: pictureParams,
    output: companyView,
    refusals: [],
  }),
  picture: route({
    method: 'GET',
    path: '/api/v1/companies/:companyId/pictures/:picture',
    permission: 'company.read',
    summary: 'The logo or the signature as a file.',
    params: pictureParams,
    output: file('image/png', 'image/jpeg'),
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
  policyEffect: route({
    method: 'POST',
    path: '/api/v1/companies/:companyId/policy/effect',
    permission: 'company.write',
    summary: 'What the next plan would be under a changed policy; nothing is saved.',
    params,
    body: policyBody,
    output: z.strictObject({
      on: dayValue,
      before: planCounts,
      after: planCounts,
      stopped: z.int(),
      added: z.int(),
    }),
    refusals: [],
  }),
  updatePolicy: route({
    method: 'PUT',
    path: '/api/v1/companies/:companyId/policy',
    permission: 'company.write',
    summary: 'Replace the chasing policy; what is planned is computed anew from it.',
    params,
    body: policyBody,
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
