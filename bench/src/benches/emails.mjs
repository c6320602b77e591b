// E-mails rendered from the shipped template (text, HTML, transfer code) and handed to a local mail server, beside nodemailer with a fixed message.
import { createMessageRenderer } from '@quittance/adapters/messages';
import { createSmtpSender } from '@quittance/adapters/smtp';
import { createTemplateEngine } from '@quittance/adapters/templates-liquid';
import { shippedTemplate } from '@quittance/core/letters';
import nodemailer from 'nodemailer';
import { sampleView } from '../stand/sample-view.mjs';
import { inParallel, startSink } from '../stand/smtp-sink.mjs';

const CONNECTIONS = 3;
const AT_ONCE = 12;
const FROM = 'comptabilite@belvaudois-equipement.example';

const ours = (port) => {
  const letters = { renderLetter: () => Promise.reject(new Error('no letter here')) };
  const renderer = createMessageRenderer({ engine: createTemplateEngine(), letters });
  const template = shippedTemplate('firm', 'email', 'fr');
  const sender = createSmtpSender({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: null,
    password: null,
    connections: CONNECTIONS,
  });
  const send = async (view) => {
    const message = await renderer.renderMessage(view, template);
    if (!message.ok) throw new Error(message.refusal.code);
    const { subject, text, html, images } = message.value;
    const outcome = await sender.send({
      messageId: `bench.${view.recipient.ref}@belvaudois-equipement.example`,
      from: { name: 'Belvaudois Équipement', address: FROM },
      replyTo: null,
      to: [{ name: view.recipient.name, address: `compta@client-${view.recipient.ref}.example` }],
      cc: [],
      subject,
      text,
      html,
      images,
      attachments: [],
    });
    if (outcome.kind !== 'sent') throw new Error(`${outcome.kind}: ${outcome.text}`);
  };
  const sample = async (view) => (await renderer.renderMessage(view, template)).value;
  return { send, sample, close: () => sender.close() };
};

/** The reference sends one message, rendered once, to everybody: same text, HTML and picture, nothing to work out. */
const plain = (port, { subject, text, html, images }) => {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
  });
  const send = (view) =>
    transport.sendMail({
      from: FROM,
      to: `compta@client-${view.recipient.ref}.example`,
      subject,
      text,
      html,
      attachments: images.map(({ cid, filename, contentType, content }) => ({
        cid,
        filename,
        contentType,
        content: Buffer.from(content),
      })),
    });
  return { send, close: () => transport.close() };
};

export const bench = {
  name: 'emails',
  what: 'E-mails are rendered (text, HTML, transfer code as an image) and handed to a mail server on the same machine.',
  unit: 'e-mails',
  reference: 'nodemailer, pooled over as many connections, with one fixed message of the same parts',
  target: 'at most 1.5 ×',
  sizes: { small: [100, 316, 1_000], medium: [316, 1_000, 3_160], large: [1_000, 3_160, 10_000] },
  async open(size) {
    const sink = await startSink();
    const quittance = ours(sink.port);
    const views = Array.from({ length: size }, (_, index) => sampleView(index + 1, 'email', 'firm'));
    const reference = plain(sink.port, await quittance.sample(views[0]));
    return {
      ours: () => inParallel(views, AT_ONCE, quittance.send),
      reference: () => inParallel(views, AT_ONCE, reference.send),
      figures: (medianMs) => ({ emailsPerSecond: Math.round((size / medianMs) * 1_000) }),
      close: async () => {
        await quittance.close();
        reference.close();
        await sink.close();
      },
    };
  },
};
