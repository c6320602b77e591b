// A mail server of the journeys' own: takes everything, keeps the texts, and lets nothing leave this machine.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What arrived. */
export type Mailbox = Readonly<{ port: number; texts: string[]; recipients: string[]; close: () => Promise<void> }>;

/** Opens one on a free port. */
export async function openMailbox(): Promise<Mailbox> {
  const texts: string[] = [];
  const recipients: string[] = [];
  const server = new SMTPServer({
    logger: false,
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        texts.push(Buffer.concat(parts).toString('utf8'));
        recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { port, texts, recipients, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
