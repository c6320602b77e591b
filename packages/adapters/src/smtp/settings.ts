// Settings of a mail server, as a company enters them.

export type SmtpSettings = Readonly<{
  host: string;
  port: number;
  /** `tls` from the first byte (465), `starttls` required (587), `none` for a server on the same machine. */
  security: 'tls' | 'starttls' | 'none';
  user: string | null;
  password: string | null;
  /** Name given in EHLO; the machine's own when null. */
  clientName?: string | null;
  /** Certificate authority of a private server, PEM. */
  ca?: string;
  /** Connections at most. */
  connections?: number;
  /** Messages handed over per second at most, over all connections; 0 sets no limit. */
  perSecond?: number;
  timeouts?: Partial<SmtpTimeouts>;
}>;

/** Milliseconds. `answer` is the longest silence of the server, the final dot's answer included (RFC 5321 §4.5.3.2 asks for 10 minutes). */
export type SmtpTimeouts = Readonly<{ connect: number; greeting: number; answer: number; idle: number }>;

export const DEFAULT_TIMEOUTS: SmtpTimeouts = { connect: 20_000, greeting: 30_000, answer: 600_000, idle: 10_000 };
export const DEFAULT_CONNECTIONS = 3;
/** Messages on one connection before a new one is opened; many servers close after 100. */
export const MESSAGES_PER_CONNECTION = 100;
