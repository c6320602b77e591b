// Connection: one session with the mail server, from greeting to quit, with promises instead of callbacks.
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { DEFAULT_TIMEOUTS, type SmtpSettings } from '../settings.ts';
import type { MessageStream } from './message-stream.ts';

export type Envelope = Readonly<{ from: string; to: readonly string[]; size: number }>;
export type Accepted = Readonly<{
  response: string;
  rejected: readonly unknown[];
  rejectedAddresses: readonly string[];
}>;

/** An open, authenticated session. */
export type Session = Readonly<{
  secure: boolean;
  /** Rejects with nodemailer's error; the stream says how far the message went. */
  send(envelope: Envelope, message: MessageStream): Promise<Accepted>;
  /** Forgets a refused message; false when the session cannot be used again. */
  reset(): Promise<boolean>;
  isAlive(): boolean;
  quit(): void;
}>;

/** How long a server may take to say goodbye or to forget a message, in milliseconds. */
const GOODBYE_MS = 3_000;

const options = (settings: SmtpSettings) => {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...settings.timeouts };
  return {
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.answer,
    // A server on the same machine or network is as good as any other.
    allowInternalNetworkInterfaces: true,
    ...(settings.clientName ? { name: settings.clientName } : {}),
    tls: { minVersion: 'TLSv1.2' as const, ...(settings.ca ? { ca: settings.ca } : {}) },
  };
};

function login(connection: SMTPConnection, settings: SmtpSettings): Promise<void> {
  const { user, password } = settings;
  if (user === null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    connection.login({ user, credentials: { user, pass: password ?? '' } }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

/** Opens a session. Rejects with nodemailer's error: nothing of any message has been said yet. */
export async function openSession(settings: SmtpSettings): Promise<Session> {
  const connection = new SMTPConnection(options(settings));
  let alive = true;
  connection.once('end', () => {
    alive = false;
  });
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  // Later errors reach the call in flight; an idle session that breaks is only marked dead.
  connection.removeAllListeners('error');
  connection.on('error', () => {
    alive = false;
  });
  try {
    await login(connection, settings);
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    secure: connection.secure === true,
    send: (envelope, message) =>
      new Promise((resolve, reject) => {
        const to = [...envelope.to];
        connection.send({ from: envelope.from, to, size: envelope.size }, message, (error, info) => {
          if (error || !info) return reject(error ?? new Error('no answer'));
          resolve({ response: info.response, rejected: info.rejectedErrors ?? [], rejectedAddresses: info.rejected });
        });
      }),
    reset: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), GOODBYE_MS);
        connection.reset((error) => {
          clearTimeout(timer);
          resolve(!error);
        });
      }),
    isAlive: () => alive,
    quit() {
      if (!alive) return connection.close();
      connection.quit();
      setTimeout(() => connection.close(), GOODBYE_MS).unref();
    },
  };
}
