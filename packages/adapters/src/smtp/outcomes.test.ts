// What becomes of a message, whatever the server does: refuses at each step, drops, hangs, or is not there at all.
import type { OutgoingMail } from '@quittance/usecases/ports';
import { afterEach, describe, expect, it } from 'vitest';
import { type Script, type ScriptedServer, startScriptedServer } from './scripted-server.fixture.ts';
import { createSmtpSender } from './smtp-sender.ts';

const mail = (more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: 'org1.action7@vauban.example',
  from: { name: 'Atelier Vauban', address: 'compta@vauban.example' },
  replyTo: null,
  to: [{ name: 'Claire Morel', address: 'claire@delorme.example' }],
  cc: [],
  subject: 'Relance',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  images: [],
  attachments: [],
  ...more,
});
/** Larger than what a loopback socket buffers, so that a message cut in the middle was not wholly handed over. */
const heavy = mail({
  attachments: [{ filename: 'f.pdf', contentType: 'application/pdf', content: new Uint8Array(12_000_000) }],
});

let server: ScriptedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const settings = (port: number) => ({
  host: '127.0.0.1',
  port,
  security: 'none' as const,
  user: null,
  password: null,
  timeouts: { connect: 1_000, greeting: 400, answer: 400 },
});

async function outcomeOf(script: Script, message = mail()) {
  server = await startScriptedServer(() => script);
  const sender = createSmtpSender(settings(server.port));
  const outcome = await sender.send(message);
  await sender.close();
  return outcome;
}

describe('a message the server answers', () => {
  it.each<[name: string, script: Script, outcome: object]>([
    ['is sent when the final dot is accepted', {}, { kind: 'sent', response: '250 2.0.0 taken' }],
    [
      'fails for good on an unknown mailbox',
      { RCPT: '550 5.1.1 no such user' },
      { kind: 'permanent', code: 'mailbox_unknown', smtpCode: 550 },
    ],
    [
      'fails for good on an unknown mailbox told in words',
      { RCPT: '550 User unknown' },
      { kind: 'permanent', code: 'mailbox_unknown' },
    ],
    [
      'fails for good when relaying is denied',
      { RCPT: '554 5.7.1 relay access denied' },
      { kind: 'permanent', code: 'recipient_refused' },
    ],
    [
      'fails for good on a mailbox full for ever',
      { RCPT: '552 5.2.2 over quota' },
      { kind: 'permanent', code: 'mailbox_full' },
    ],
    ['waits on a mailbox full for now', { RCPT: '452 4.2.2 over quota' }, { kind: 'transient', code: 'mailbox_full' }],
    ['waits on greylisting', { RCPT: '451 4.7.1 Greylisted, come back' }, { kind: 'transient', code: 'greylisted' }],
    ['waits on a rate limit', { MAIL: '421 4.7.28 too many messages' }, { kind: 'transient', code: 'rate_limited' }],
    [
      'waits on a local error',
      { dot: '451 4.3.0 try again' },
      { kind: 'transient', code: 'server_error', smtpCode: 451 },
    ],
    [
      'fails for good when its sender is refused',
      { MAIL: '550 5.7.1 sender not allowed' },
      { kind: 'permanent', code: 'sender_refused' },
    ],
    [
      'fails for good when its content is refused',
      { dot: '554 5.7.1 looks like spam' },
      { kind: 'permanent', code: 'content_refused' },
    ],
    ['fails for good when DATA is refused', { DATA: '554 5.5.1 no' }, { kind: 'permanent', code: 'content_refused' }],
    ['fails for good when too large', { dot: '552 5.3.4 too big' }, { kind: 'permanent', code: 'too_large' }],
    [
      'pauses the queue when the server wants a login',
      { MAIL: '530 5.7.0 authentication required' },
      { kind: 'unavailable', code: 'auth' },
    ],
  ])('%s', async (_name, script, outcome) => {
    expect(await outcomeOf(script)).toMatchObject(outcome);
  });
});

describe('a message the server stops answering', () => {
  it.each<[name: string, script: Script, outcome: object]>([
    [
      'may be tried again when the connection drops before DATA',
      { RCPT: 'drop' },
      { kind: 'transient', code: 'connection_lost' },
    ],
    [
      'may be tried again when the server hangs before DATA',
      { DATA: 'hang' },
      { kind: 'transient', code: 'connection_lost' },
    ],
    ['is uncertain when the connection drops after the final dot', { dot: 'drop' }, { kind: 'uncertain' }],
    ['is uncertain when no answer to the final dot comes', { dot: 'hang' }, { kind: 'uncertain' }],
    [
      'pauses the queue when the greeting is a refusal',
      { greeting: '554 not today' },
      { kind: 'unavailable', code: 'not_ready' },
    ],
    ['pauses the queue when no greeting comes', { greeting: 'hang' }, { kind: 'unavailable', code: 'timeout' }],
    [
      'pauses the queue when the server closes at once',
      { greeting: 'drop' },
      { kind: 'unavailable', code: 'unreachable' },
    ],
  ])('%s', async (_name, script, outcome) => {
    expect(await outcomeOf(script)).toMatchObject(outcome);
  });

  it('may be tried again when the connection drops in the middle of DATA', async () => {
    expect(await outcomeOf({ part: 'drop' }, heavy)).toMatchObject({ kind: 'transient', code: 'connection_lost' });
  });

  it('pauses the queue when nobody listens', async () => {
    const closed = await startScriptedServer(() => ({}));
    await closed.close();
    const outcome = await createSmtpSender(settings(closed.port)).send(mail());
    expect(outcome).toMatchObject({ kind: 'unavailable', code: 'unreachable' });
  });
});

describe('sessions', () => {
  it('carry several messages and survive a refusal', async () => {
    let refuse = false;
    server = await startScriptedServer(() => (refuse ? { RCPT: '550 5.1.1 no such user' } : {}));
    const sender = createSmtpSender({ ...settings(server.port), connections: 1 });
    expect((await sender.send(mail())).kind).toBe('sent');
    refuse = true;
    expect((await sender.send(mail())).kind).toBe('permanent');
    refuse = false;
    expect((await sender.send(mail())).kind).toBe('sent');
    expect(server.connections()).toBe(1);
    await sender.close();
  });

  it('that died while idle are replaced without anyone noticing, and the message leaves once', async () => {
    let dies = false;
    server = await startScriptedServer(() => {
      if (!dies) return {};
      dies = false;
      return { MAIL: 'drop' };
    });
    const sender = createSmtpSender({ ...settings(server.port), connections: 1 });
    await sender.send(mail());
    dies = true;
    expect((await sender.send(mail())).kind).toBe('sent');
    expect(server.messages()).toBe(2);
    expect(server.connections()).toBe(2);
    await sender.close();
  });

  it('keep a steady pace', async () => {
    server = await startScriptedServer(() => ({}));
    const sender = createSmtpSender({ ...settings(server.port), perSecond: 20 });
    const start = performance.now();
    await Promise.all([1, 2, 3, 4, 5].map(() => sender.send(mail())));
    expect(performance.now() - start).toBeGreaterThanOrEqual(190);
    expect(server.messages()).toBe(5);
    await sender.close();
  });
});

describe('addresses that SMTP cannot carry', () => {
  it.each([
    '',
    'nobody',
    'a b@c.example',
    'a@b\r\nRCPT TO:<x@y.example>',
    '<a@b.example>',
    'a@b@c.example',
    `${'x'.repeat(250)}@b.example`,
  ])('are refused before anything is said: %j', async (address) => {
    server = await startScriptedServer(() => ({}));
    const outcome = await createSmtpSender(settings(server.port)).send(mail({ to: [{ name: null, address }] }));
    expect(outcome).toMatchObject({ kind: 'permanent', code: 'bad_address' });
    expect(server.connections()).toBe(0);
  });
});
