// SMTP sender: the MailSender port over SMTP (RFC 5321). Tells apart what was not sent, what was refused, and what may have left.
import type { MailSender, OutgoingMail, RefusedRecipient, SendOutcome } from '@quittance/usecases/ports';
import { classify, type Progress, serverFailure } from './classify.ts';
import { composeMail, isSendable } from './compose.ts';
import { openSession } from './session/connection.ts';
import { MessageStream } from './session/message-stream.ts';
import { createPace } from './session/pace.ts';
import { createSessionPool, type Loan, type SessionPool } from './session/session-pool.ts';
import type { SmtpSettings } from './settings.ts';
import { readSmtpError } from './smtp-error.ts';

const badAddress = (mail: OutgoingMail): SendOutcome | null => {
  const to = [...mail.to, ...mail.cc];
  const bad = [mail.from, ...to, ...(mail.replyTo ? [mail.replyTo] : [])].find((box) => !isSendable(box.address));
  if (!bad && to.length > 0) return null;
  return {
    kind: 'permanent',
    code: 'bad_address',
    smtpCode: null,
    text: bad ? `not an address: ${bad.address}` : 'no recipient',
    refused: [],
  };
};

const refusedOf = (errors: readonly unknown[], addresses: readonly string[]): readonly RefusedRecipient[] =>
  addresses.map((address, i) => {
    const { responseCode, text } = readSmtpError(errors[i] ?? '');
    return { address, smtpCode: responseCode, text };
  });

/** Every recipient refused: nodemailer keeps one error for each; without, the last one stands for all. */
const rejections = (error: unknown, to: readonly string[]): readonly RefusedRecipient[] => {
  const seen = error as { rejected?: unknown; rejectedErrors?: unknown } | null;
  const addresses = Array.isArray(seen?.rejected) ? (seen.rejected as string[]) : to;
  const errors = Array.isArray(seen?.rejectedErrors) ? seen.rejectedErrors : addresses.map(() => error);
  return refusedOf(errors, addresses);
};

function failed(error: unknown, progress: Progress, to: readonly string[]): SendOutcome {
  const facts = readSmtpError(error);
  const outcome = classify(facts, progress);
  const isRefusal = (outcome.kind === 'transient' || outcome.kind === 'permanent') && facts.command === 'RCPT TO';
  return isRefusal ? { ...outcome, refused: rejections(error, to) } : outcome;
}

type Job = Readonly<{ from: string; to: readonly string[]; message: Buffer }>;

const progressOf = (stream: MessageStream): Progress =>
  stream.isHandedOver ? 'handed_over' : stream.isStarted ? 'sending' : 'envelope';

/** Sends over a loan. `again` when a reused session turned out dead before a single byte: the message may take another. */
async function sendOver(loan: Loan, job: Job): Promise<SendOutcome | 'again'> {
  const stream = new MessageStream(job.message);
  try {
    const done = await loan.session.send({ from: job.from, to: job.to, size: job.message.length }, stream);
    loan.giveBack(true);
    return { kind: 'sent', response: done.response, refused: refusedOf(done.rejected, done.rejectedAddresses) };
  } catch (error) {
    const progress = progressOf(stream);
    const facts = readSmtpError(error);
    if (facts.responseCode === null || facts.responseCode === 421) loan.giveBack(false);
    else void loan.session.reset().then((usable) => loan.giveBack(usable));
    if (loan.isReused && progress === 'envelope' && facts.responseCode === null && facts.code !== 'EMESSAGE')
      return 'again';
    return failed(error, progress, job.to);
  }
}

async function attempt(pool: SessionPool, job: Job, fresh: boolean): Promise<SendOutcome> {
  let loan: Loan;
  try {
    loan = await pool.borrow(fresh);
  } catch (error) {
    return failed(error, 'not_connected', job.to);
  }
  const outcome = await sendOver(loan, job);
  return outcome === 'again' ? attempt(pool, job, true) : outcome;
}

/** A sender for one server. Nothing is connected until the first message. */
export function createSmtpSender(settings: SmtpSettings): MailSender {
  const pool = createSessionPool(settings);
  const pace = createPace(settings.perSecond ?? 0);
  return {
    async send(mail) {
      const refusal = badAddress(mail);
      if (refusal) return refusal;
      const message = await composeMail(mail);
      await pace();
      return attempt(
        pool,
        { from: mail.from.address, to: [...mail.to, ...mail.cc].map((box) => box.address), message },
        false,
      );
    },
    async verify() {
      try {
        const session = await openSession(settings);
        session.quit();
        const server = `${settings.host}:${settings.port}`;
        return { ok: true, server, secure: session.secure, authenticated: settings.user !== null };
      } catch (error) {
        const facts = readSmtpError(error);
        return { ok: false, code: serverFailure(facts), text: facts.text };
      }
    },
    close: async () => pool.close(),
  };
}
