// Channels: how a company's e-mails leave; its own mail server, tried before it is trusted. Passwords come in and never go out.
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { instantValue, shortText } from '../../values/index.ts';

const server = {
  /** Name or address of the mail server. */
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9._:-]+$/),
  port: z.int().min(1).max(65_535),
  /** TLS from the first byte (465), STARTTLS required (587), or none, on this machine only. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(254).nullable(),
  /** Messages a second at most; 0 sets no limit. */
  perSecond: z.number().min(0).max(1000),
  fromName: shortText,
  fromAddress: z.email().max(254),
  replyTo: z.email().max(254).nullable(),
};

/** Settings as they are typed: a password left out stays as it is, null takes it away. */
export const mailSettingsBody = z.strictObject({ ...server, password: z.string().max(500).nullable().optional() });

/** Why a mail server could not be used, or did not take a message. */
export const mailTrialCode = z.enum([
  'unreachable',
  'timeout',
  'tls',
  'auth',
  'dns',
  'not_ready',
  'protocol',
  'secret_lost',
  'mailbox_unknown',
  'mailbox_full',
  'recipient_refused',
  'sender_refused',
  'content_refused',
  'too_large',
  'rate_limited',
  'greylisted',
  'bad_address',
  'connection_lost',
  'server_error',
  'answer_lost',
]);

/** How e-mails of the company leave. */
export const mailChannelView = z.strictObject({
  /** Its own server, the installation's (QUITTANCE_SMTP_URL), or none. */
  source: z.enum(['own', 'shared', 'none']),
  own: z.strictObject(server).nullable(),
  hasPassword: z.boolean(),
  /** Host and port of the installation's server; null where none is set. */
  shared: z.string().nullable(),
  /** The last test to oneself with these settings; null code when it went well. */
  test: z.strictObject({ at: instantValue, code: mailTrialCode.nullable() }).nullable(),
});

const trial = {
  /** Null when it went well. */
  code: mailTrialCode.nullable(),
  /** What the server said, word for word. */
  text: z.string(),
};

export type MailChannelView = z.output<typeof mailChannelView>;
export type MailTrialCode = z.output<typeof mailTrialCode>;

export const channels = {
  email: route({
    method: 'GET',
    path: '/api/v1/channels/email',
    permission: 'company.read',
    summary: 'How e-mails leave, without any secret.',
    output: mailChannelView,
    refusals: [],
  }),
  saveEmail: route({
    method: 'PUT',
    path: '/api/v1/channels/email',
    permission: 'company.write',
    summary: 'Set the company’s own mail server; its password is sealed and never sent back.',
    body: mailSettingsBody,
    output: mailChannelView,
    refusals: ['mail_not_encrypted'],
  }),
  forgetEmail: route({
    method: 'POST',
    path: '/api/v1/channels/email/forget',
    permission: 'company.write',
    summary: 'Give the company’s own mail server up, with its password.',
    output: mailChannelView,
    refusals: [],
  }),
  verifyEmail: route({
    method: 'POST',
    path: '/api/v1/channels/email/verify',
    permission: 'company.write',
    summary: 'Connect and log in with these settings, saved or not; nothing is sent.',
    body: mailSettingsBody,
    output: z.strictObject({ ...trial, secure: z.boolean(), authenticated: z.boolean() }),
    refusals: ['mail_not_encrypted'],
  }),
  testEmail: route({
    method: 'POST',
    path: '/api/v1/channels/email/test',
    permission: 'company.write',
    summary: 'Send oneself the first e-mail of the day’s plan, or an example.',
    output: z.strictObject({ ...trial, to: z.string(), isExample: z.boolean() }),
    refusals: ['mail_server_missing', 'mail_sender_missing'],
  }),
};
