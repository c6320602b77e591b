// Mail accounts port: senders for the mail servers that companies set themselves. Secrets go in sealed and are opened only behind it.
import type { MailCheck, MailSender } from './mail-sender.ts';

/** A mail server as a company set it. */
export type MailServer = Readonly<{
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  user: string | null;
  /** Messages a second at most; 0 sets no limit. */
  perSecond: number;
}>;

/** A server with its sealed password. `account` names whose it is ("org.company"): a secret sealed for one opens for no other. */
export type SealedAccount = Readonly<{ account: string; server: MailServer; sealedSecret: Uint8Array | null }>;

/** Seals secrets and gives senders. */
export type MailAccounts = Readonly<{
  seal(account: string, secret: string): Uint8Array;
  /** The account's sender, kept until its settings change. */
  senderOf(sealed: SealedAccount): MailSender;
  /** Connects, logs in and sends nothing; keeps nothing either. */
  verify(sealed: SealedAccount): Promise<MailCheck>;
  close(): Promise<void>;
}>;
