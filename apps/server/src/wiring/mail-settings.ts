// Mail settings: one address in the environment, smtp(s)://user:password@host:port. It is never logged.
import type { SmtpSettings } from '@quittance/adapters/smtp';

const SUBMISSION_PORT = 587;
const TLS_PORT = 465;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** TLS from the first byte for smtps; STARTTLS required, but for a server on this same machine. */
const securityOf = ({ protocol, hostname }: URL): SmtpSettings['security'] => {
  if (protocol === 'smtps:') return 'tls';
  return LOOPBACK.has(hostname) ? 'none' : 'starttls';
};

/** `?per-second=5` keeps to what the mail server allows; 0, or nothing, sets no limit. */
function perSecondOf({ searchParams }: URL): number {
  const rate = Number(searchParams.get('per-second') ?? '0');
  if (Number.isFinite(rate) && rate >= 0) return rate;
  throw new Error('QUITTANCE_SMTP_URL: per-second is a number of messages, such as 5');
}

/** Settings of QUITTANCE_SMTP_URL, or null where none is set. @throws Error when the address cannot be read; it does not repeat it */
export function mailSettings(url: string | undefined): SmtpSettings | null {
  if (!url) return null;
  if (!URL.canParse(url)) throw new Error('QUITTANCE_SMTP_URL cannot be read: expected smtp://user:password@host:port');
  const read = new URL(url);
  if (read.protocol !== 'smtp:' && read.protocol !== 'smtps:')
    throw new Error('QUITTANCE_SMTP_URL: expected smtp:// or smtps://');
  const security = securityOf(read);
  return {
    host: read.hostname.replace(/^\[|\]$/g, ''),
    port: read.port ? Number(read.port) : security === 'tls' ? TLS_PORT : SUBMISSION_PORT,
    security,
    user: read.username ? decodeURIComponent(read.username) : null,
    password: read.password ? decodeURIComponent(read.password) : null,
    perSecond: perSecondOf(read),
  };
}
