// Front door of SMTP.
export type { SmtpSettings, SmtpTimeouts } from './settings.ts';
export { createSmtpSender } from './smtp-sender.ts';
