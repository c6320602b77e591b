// What delivery needs from outside: a renderer, a mail server where one is set, and its own number as a worker.
import type { MailAccounts, MailSender, MessageRenderer } from '../ports/index.ts';

export type DeliveryPorts = Readonly<{
  renderer: MessageRenderer;
  /** The installation's mail server; null where none is set: live e-mails of companies without one of their own wait in the queue. */
  mail: MailSender | null;
  /** Senders for companies that set a server of their own. */
  accounts?: MailAccounts;
  /** Number taken by this worker for as long as its session lives. */
  worker: number;
}>;

/** How many actions are claimed, and rendered, together. */
export const BATCH_SIZE = 40;
/** How many e-mails are handed over at once. */
export const MAILS_AT_ONCE = 5;
