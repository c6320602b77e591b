// SMTP error: the facts read from what nodemailer reports, before anything is concluded from them.

/** `code` is nodemailer's, `command` the step it happened in ("CONN", "RCPT TO", "DATA" …). */
export type SmtpError = Readonly<{
  code: string;
  command: string;
  responseCode: number | null;
  /** Enhanced status code (RFC 3463), "5.1.1"; empty where the server gives none. */
  enhanced: string;
  text: string;
}>;

const TEXT_LIMIT = 300;

/** Reads any thrown thing as facts. */
export function readSmtpError(error: unknown): SmtpError {
  const seen = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as Record<
    string,
    unknown
  >;
  const text = String(seen.response ?? seen.message ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TEXT_LIMIT);
  const responseCode = typeof seen.responseCode === 'number' ? seen.responseCode : null;
  return {
    code: String(seen.code ?? ''),
    command: String(seen.command ?? ''),
    responseCode,
    enhanced: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? '',
    text,
  };
}
