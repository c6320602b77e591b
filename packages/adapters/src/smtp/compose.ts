// Compose: an outgoing mail as the bytes of a MIME message (RFC 5322) and its envelope.
// No Auto-Submitted, Precedence or List-Unsubscribe header: these are letters to one debtor, whose answer is wanted,
// absence replies included.
import type { Mailbox, OutgoingMail } from '@quittance/usecases/ports';
import MailComposer from 'nodemailer/lib/mail-composer';

const mailbox = ({ name, address }: Mailbox): { name: string; address: string } => ({
  name: (name ?? '').replace(/[\r\n"]+/g, ' ').trim(),
  address,
});

/** What SMTP can carry as an address: one @, no blank, no bracket, no line break; 254 characters (RFC 5321 §4.5.3.1.3). */
export const isSendable = (address: string): boolean =>
  address.length <= 254 && /^[^\s<>()[\],;:"\\@]+@[^\s<>()[\],;:"\\@.]+(?:\.[^\s<>()[\],;:"\\@.]+)*$/.test(address);

/** The whole message in memory: its attachments already are. */
export function composeMail(mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: `<${mail.messageId}>`,
    from: mailbox(mail.from),
    ...(mail.replyTo ? { replyTo: mailbox(mail.replyTo) } : {}),
    to: mail.to.map(mailbox),
    cc: mail.cc.map(mailbox),
    subject: mail.subject.replace(/[\r\n]+/g, ' '),
    text: mail.text,
    html: mail.html,
    attachments: [
      ...mail.images.map((image) => ({
        cid: image.cid,
        filename: image.filename,
        contentType: image.contentType,
        content: Buffer.from(image.content),
        contentDisposition: 'inline' as const,
      })),
      ...mail.attachments.map(({ filename, contentType, content }) => ({
        filename,
        contentType,
        content: Buffer.from(content),
      })),
    ],
    // Attachments are bytes we made: a composer that reads files or addresses would be a hole.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer
      .compile()
      .build((error, message) => (error || !message ? reject(error ?? new Error('empty message')) : resolve(message)));
  });
}
