// Against a complete SMTP server: STARTTLS, login, several recipients, and what a message looks like on arrival.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { OutgoingMail } from '@quittance/usecases/ports';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { SmtpSettings } from './settings.ts';
import { createSmtpSender } from './smtp-sender.ts';

const tls = (name: string): string =>
  readFileSync(new URL(`../../../../fixtures/smtp/localhost-test.${name}`, import.meta.url), 'utf8');

const mail: OutgoingMail = {
  messageId: 'org1.action7@vauban.example',
  from: { name: 'Atelier "Vauban"\r\nBcc: x@y.example', address: 'compta@vauban.example' },
  replyTo: { name: null, address: 'relances@vauban.example' },
  to: [{ name: 'Éléonore Morel', address: 'claire@delorme.example' }],
  cc: [{ name: null, address: 'gone@delorme.example' }],
  subject: 'Relance – 1\u202F250,60\u00A0€\r\nBcc: x@y.example',
  text: '.\n..\nBonjour\n',
  html: '<p>Bonjour <img src="cid:qr@quittance"></p>',
  images: [{ cid: 'qr@quittance', filename: 'qr.png', contentType: 'image/png', content: new Uint8Array([1, 2, 3]) }],
  attachments: [
    { filename: 'Facture n° 14 – été.pdf', contentType: 'application/pdf', content: new Uint8Array([4, 5]) },
  ],
};

let running: SMTPServer | null = null;
afterEach(() => new Promise<void>((resolve) => (running ? running.close(() => resolve()) : resolve())));

async function serve(options: SMTPServerOptions): Promise<{ settings: SmtpSettings; received: string[] }> {
  const received: string[] = [];
  const server = new SMTPServer({
    logger: false,
    disableReverseLookup: true,
    key: tls('key'),
    cert: tls('crt'),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => {
          received.push(Buffer.concat(parts).toString('utf8'));
          done();
        });
    },
    ...options,
  });
  running = server;
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { settings: { host: '127.0.0.1', port, security: 'none', user: null, password: null }, received };
}

const withLogin: SMTPServerOptions = {
  authMethods: ['PLAIN', 'LOGIN'],
  onAuth: (auth, _session, done) =>
    auth.password === 'right'
      ? done(null, { user: auth.username ?? '' })
      : done(new Error('Invalid username or password')),
};

describe('a complete server', () => {
  it('takes a message over STARTTLS after login', async () => {
    const { settings, received } = await serve(withLogin);
    const sender = createSmtpSender({
      ...settings,
      security: 'starttls',
      user: 'u',
      password: 'right',
      ca: tls('crt'),
    });
    expect(await sender.verify()).toEqual({
      ok: true,
      server: `127.0.0.1:${settings.port}`,
      secure: true,
      authenticated: true,
    });
    expect(await sender.send(mail)).toMatchObject({ kind: 'sent', refused: [] });
    expect(received).toHaveLength(1);
    await sender.close();
  });

  it.each<[string, Partial<SmtpSettings>, string]>([
    ['a wrong password', { security: 'starttls', user: 'u', password: 'wrong', ca: tls('crt') }, 'auth'],
    ['a certificate nobody vouches for', { security: 'starttls', user: 'u', password: 'right' }, 'tls'],
    ['TLS asked of a port that speaks plainly', { security: 'tls', user: 'u', password: 'right' }, 'tls'],
    ['a name that does not exist', { host: 'mail.invalid' }, 'dns'],
  ])('is reported, and the queue paused, on %s', async (_case, more, code) => {
    const { settings, received } = await serve(withLogin);
    const sender = createSmtpSender({ ...settings, ...more, timeouts: { connect: 3_000, greeting: 3_000 } });
    expect(await sender.verify()).toMatchObject({ ok: false, code });
    expect(await sender.send(mail)).toMatchObject({ kind: 'unavailable', code });
    expect(received).toHaveLength(0);
    await sender.close();
  });

  it('refuses one recipient and takes the message for the other', async () => {
    const { settings } = await serve({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo(address, _session, done) {
        if (address.address !== 'gone@delorme.example') return done();
        done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }));
      },
    });
    const sender = createSmtpSender(settings);
    const outcome = await sender.send(mail);
    expect(outcome).toMatchObject({ kind: 'sent', refused: [{ address: 'gone@delorme.example', smtpCode: 550 }] });
    await sender.close();
  });
});

describe('a message on arrival', () => {
  it('keeps its Message-ID, its parts and its lines, and no data becomes a header', async () => {
    const { settings, received } = await serve({ authOptional: true, disabledCommands: ['STARTTLS'] });
    const sender = createSmtpSender(settings);
    await sender.send(mail);
    await sender.send(mail);
    await sender.close();
    const [head = '', ...rest] = (received[0] ?? '').split('\r\n\r\n');
    const body = rest.join('\r\n\r\n');
    expect(head).toContain('Message-ID: <org1.action7@vauban.example>');
    expect(received[1]).toContain('Message-ID: <org1.action7@vauban.example>');
    expect(head).toContain('Reply-To: relances@vauban.example');
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head).not.toMatch(/^(?:Auto-Submitted|Precedence|List-[a-z]+):/im);
    expect(head).toMatch(/^To: =\?UTF-8\?[QB]\?[^?]+\?= <claire@delorme\.example>$/m);
    expect(body).toMatch(/^\.\r\n\.\.\r\nBonjour/m);
    expect(body).toContain('Content-ID: <qr@quittance>');
    expect(body).toContain('multipart/alternative');
    expect(body).toMatch(/application\/pdf/);
  });
});
