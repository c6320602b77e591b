// Mail sender port: hands one e-mail to a mail server and says how that ended, so that nothing is ever sent twice unknowingly.
import type { InlineImage } from './message-renderer.ts';

/** A name and an address; the adapter quotes them. */
export type Mailbox = Readonly<{ name: string | null; address: string }>;

export type MailAttachment = Readonly<{ filename: string; contentType: string; content: Uint8Array }>;

export type OutgoingMail = Readonly<{
  /** Stable across retries, without angle brackets: "org.action@domain". The same action always carries the same one. */
  messageId: string;
  from: Mailbox;
  replyTo: Mailbox | null;
  to: readonly Mailbox[];
  cc: readonly Mailbox[];
  subject: string;
  text: string;
  html: string;
  images: readonly InlineImage[];
  attachments: readonly MailAttachment[];
}>;

/**
 * How handing over ended.
 * - `sent`: the server accepted the message after its final dot; `refused` lists recipients it did not take.
 * - `transient`: not sent, try again later. `permanent`: not sent, never will be as it is.
 * - `uncertain`: the final dot was sent and no answer came: it may have left. Never resent by a machine.
 * - `unavailable`: nothing is wrong with the message; the server or its settings are. The queue pauses, the message does not fail.
 */
export type SendOutcome =
  | Readonly<{ kind: 'sent'; response: string; refused: readonly RefusedRecipient[] }>
  | Readonly<{
      kind: 'transient' | 'permanent';
      code: SendFailure;
      smtpCode: number | null;
      text: string;
      refused: readonly RefusedRecipient[];
    }>
  | Readonly<{ kind: 'uncertain'; text: string }>
  | Readonly<{ kind: 'unavailable'; code: ServerFailure; text: string }>;

export type RefusedRecipient = Readonly<{ address: string; smtpCode: number | null; text: string }>;

/** Why a message was not taken. */
export type SendFailure =
  | 'mailbox_unknown'
  | 'mailbox_full'
  | 'recipient_refused'
  | 'sender_refused'
  | 'content_refused'
  | 'too_large'
  | 'rate_limited'
  | 'greylisted'
  | 'bad_address'
  | 'connection_lost'
  | 'server_error';

/** Why the server cannot be used at all just now. */
export type ServerFailure =
  | 'unreachable'
  | 'timeout'
  | 'tls'
  | 'auth'
  | 'dns'
  | 'not_ready'
  | 'protocol'
  /** The password was sealed with another key than this machine's: it has to be typed again. */
  | 'secret_lost';

/** What a settings screen shows after a trial connection. */
export type MailCheck =
  | Readonly<{ ok: true; server: string; secure: boolean; authenticated: boolean }>
  | Readonly<{ ok: false; code: ServerFailure; text: string }>;

export type MailSender = Readonly<{
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Connects, starts TLS, logs in, and sends nothing. */
  verify(): Promise<MailCheck>;
  close(): Promise<void>;
}>;
