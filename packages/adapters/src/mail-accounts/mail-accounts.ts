// Mail accounts: one SMTP sender for each company that set its own server, kept until its settings change.
import type { MailAccounts, MailSender, SealedAccount } from '@quittance/usecases/ports';
import { createSmtpSender, type SmtpSettings, type SmtpTimeouts } from '../smtp/index.ts';
import { createSecretBox } from './secret-box.ts';

const LOST = { code: 'secret_lost', text: 'the stored password cannot be opened with this key' } as const;

/** A sender for a password that cannot be opened: the queue pauses, nothing fails. */
const lostSender: MailSender = {
  send: async () => ({ kind: 'unavailable', ...LOST }),
  verify: async () => ({ ok: false, ...LOST }),
  close: async () => {},
};

/** A person waits for the answer of a trial: less patience than for the delivery of a message. */
const TRIAL_TIMEOUTS = { connect: 10_000, greeting: 10_000, answer: 15_000 };

const markOf = ({ server, sealedSecret }: SealedAccount): string =>
  JSON.stringify([server, sealedSecret && Buffer.from(sealedSecret).toString('base64')]);

/** Accounts under the data folder's secret. */
export function createMailAccounts(
  secret: string,
  options: Readonly<{ timeouts?: Partial<SmtpTimeouts> }> = {},
): MailAccounts {
  const box = createSecretBox(secret);
  const kept = new Map<string, Readonly<{ mark: string; sender: MailSender }>>();
  const settingsOf = ({ account, server, sealedSecret }: SealedAccount): SmtpSettings | null => {
    const password = sealedSecret === null ? null : box.open(account, sealedSecret);
    if (sealedSecret !== null && password === null) return null;
    return { ...server, password, ...(options.timeouts ? { timeouts: options.timeouts } : {}) };
  };
  return {
    seal: box.seal,
    senderOf(sealed) {
      const mark = markOf(sealed);
      const known = kept.get(sealed.account);
      if (known?.mark === mark) return known.sender;
      // A replaced sender is not closed: messages may be on their way over it, and its idle sessions end by themselves.
      const settings = settingsOf(sealed);
      const sender = settings ? createSmtpSender(settings) : lostSender;
      kept.set(sealed.account, { mark, sender });
      return sender;
    },
    async verify(sealed) {
      const settings = settingsOf(sealed);
      if (!settings) return lostSender.verify();
      const sender = createSmtpSender({ ...settings, timeouts: { ...TRIAL_TIMEOUTS, ...settings.timeouts } });
      return sender.verify().finally(() => sender.close());
    },
    close: async () => {
      for (const { sender } of kept.values()) await sender.close();
    },
  };
}
