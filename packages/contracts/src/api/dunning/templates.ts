// Templates: the texts of messages, one for each tone, channel, language and audience; shipped, then edited by users.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { UNMADE } from '../../refusals/index.ts';
import { route } from '../../route/index.ts';
import {
  channelValue,
  customerKindValue,
  idValue,
  instantValue,
  languageValue,
  toneValue,
} from '../../values/index.ts';
import { messagePreview } from './reminder-views.ts';

const which = { tone: toneValue, channel: channelValue, language: languageValue, audience: customerKindValue };
const text = { subject: z.string().max(300), body: z.string().min(1).max(50_000) };

/** A text in force. Version 0 is the shipped one. */
export const templateView = z.strictObject({
  ...which,
  ...text,
  version: z.int().min(0),
  /** Word for word the shipped text. */
  isShipped: z.boolean(),
  editedBy: z.string().nullable(),
  editedAt: instantValue.nullable(),
});

/** The same in a list: its subject also as a debtor would read it, on the example; empty where it has none. */
export const listedTemplate = z.strictObject({ ...templateView.shape, shownSubject: z.string() });

/** A version a company saved. */
export const templateVersion = z.strictObject({
  ...text,
  version: z.int(),
  editedBy: z.string(),
  editedAt: instantValue,
});

/** A field a text may use; `example` as a French message would show it. */
export const templateField = z.strictObject({
  field: z.string(),
  fr: z.string(),
  en: z.string(),
  example: z.string(),
  kind: z.enum(['text', 'number', 'yes_no', 'list']),
  /** May be empty, to be tested with `{% if %}`. */
  optional: z.boolean(),
});

/** Where a template is broken; lines and columns from 1. */
export const templateProblem = z.strictObject({
  part: z.enum(['subject', 'body']),
  code: z.enum(['template_syntax', 'unknown_field', 'unknown_filter', 'too_expensive', 'too_long']),
  line: z.int(),
  column: z.int(),
  seen: z.string(),
});

export type TemplateView = z.output<typeof templateView>;
export type ListedTemplate = z.output<typeof listedTemplate>;
export type TemplateProblem = z.output<typeof templateProblem>;
export type TemplateField = z.output<typeof templateField>;
export type TemplateVersion = z.output<typeof templateVersion>;

const params = z.strictObject(which);
const path = '/api/v1/templates/:tone/:channel/:language/:audience';

export const templates = {
  list: route({
    method: 'GET',
    path: '/api/v1/templates',
    permission: 'template.read',
    summary: 'Every template in force.',
    output: z.strictObject({ items: z.array(listedTemplate) }),
    refusals: [],
  }),
  get: route({
    method: 'GET',
    path,
    permission: 'template.read',
    summary: 'One template, with the fields it may use.',
    params,
    output: z.strictObject({
      template: templateView,
      fields: z.array(templateField),
      /** What a company starts with; null where nothing is shipped. */
      shipped: z.strictObject({ subject: z.string(), body: z.string() }).nullable(),
    }),
    refusals: [],
  }),
  versions: route({
    method: 'GET',
    path: `${path}/versions`,
    permission: 'template.read',
    summary: 'Every version a company saved of a template, the last first.',
    params,
    output: z.strictObject({ items: z.array(templateVersion) }),
    refusals: [],
  }),
  update: route({
    method: 'PUT',
    path,
    permission: 'template.write',
    summary: 'Save a new version; a broken one is refused with line and column.',
    params,
    /** `version` is the one that was edited: a newer one in between is a conflict. */
    body: z.strictObject({ ...text, version: z.int().min(0) }),
    output: templateView,
    refusals: ['template_broken', 'version_conflict'],
  }),
  validate: route({
    method: 'POST',
    path: '/api/v1/templates/validate',
    permission: 'template.read',
    summary: 'Say what is wrong with a text, without saving it.',
    body: z.strictObject({ ...which, ...text }),
    output: z.strictObject({ problems: z.array(templateProblem), fields: z.array(z.string()) }),
    refusals: [],
  }),
  preview: route({
    method: 'POST',
    path: '/api/v1/templates/preview',
    permission: 'template.read',
    summary: 'Render a text for a real customer, without saving it; an example customer where none is named.',
    body: z.strictObject({ ...which, ...text, customerId: idValue<CustomerId>().optional() }),
    output: messagePreview,
    refusals: [...UNMADE],
  }),
  test: route({
    method: 'POST',
    path: '/api/v1/templates/test',
    permission: 'template.write',
    summary: 'Send a text to oneself, marked as a test, without saving it; to nobody else.',
    body: z.strictObject({ ...which, ...text, customerId: idValue<CustomerId>().optional() }),
    output: z.strictObject({ to: z.string() }),
    refusals: [...UNMADE, 'mail_server_missing', 'mail_sender_missing', 'test_not_sent'],
  }),
};
