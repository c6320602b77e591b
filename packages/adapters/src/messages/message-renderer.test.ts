// From a view and a template to what leaves: every shipped text, hostile data, and a broken template that stops nobody else.
import { cents } from '@quittance/core/kernel';
import { type MessageChannel, type MessageTone, shippedTemplate } from '@quittance/core/letters';
import type { LetterRenderer, RenderedMessage } from '@quittance/usecases/ports';
import { describe, expect, it } from 'vitest';
import { createTemplateEngine } from '../templates-liquid/index.ts';
import { createMessageRenderer } from './message-renderer.ts';
import { testView } from './view.fixture.ts';

const sheets: unknown[] = [];
const letters: LetterRenderer = {
  renderLetter: async (letter) => {
    sheets.push(letter);
    return { pdf: new Uint8Array([1]), pages: 1 };
  },
  renderStatement: async () => ({ pdf: new Uint8Array(), pages: 0 }),
  close: async () => {},
};
const { renderMessage } = createMessageRenderer({ engine: createTemplateEngine(), letters });

const TONES: readonly MessageTone[] = ['notice', 'courteous', 'firm', 'last_warning', 'formal', 'decide'];
const CHANNELS: readonly MessageChannel[] = ['email', 'sms', 'call', 'letter', 'registered_letter', 'task'];
const template = { subject: '{{ to_pay }}', body: '{{ greeting }}\n\nMerci.' };

async function rendered<K extends RenderedMessage['kind']>(kind: K, of: ReturnType<typeof renderMessage>) {
  const message = await of;
  if (!message.ok) throw new Error(message.refusal.code);
  if (message.value.kind !== kind) throw new Error(message.value.kind);
  return message.value as Extract<RenderedMessage, { kind: K }>;
}

describe('the shipped texts', () => {
  const all = (['fr', 'en'] as const).flatMap((language) =>
    TONES.flatMap((tone) => CHANNELS.map((channel) => ({ language, tone, channel }))),
  );

  it.each(all)('$language $tone by $channel renders, or does not exist because it is for a colleague', async (key) => {
    const shipped = shippedTemplate(key.tone, key.channel, key.language);
    const forColleague = key.channel === 'call' || key.channel === 'task';
    expect(shipped === null).toBe(key.tone === 'decide' && !forColleague);
    if (!shipped) return;
    for (const kind of ['business', 'consumer', 'public'] as const) {
      const view = testView({ ...key, recipient: { ...testView().recipient, kind } }, 12);
      expect(await renderMessage(view, shipped)).toMatchObject({ ok: true });
      expect(
        await renderMessage(
          { ...view, deadlineOn: null, paymentLink: null, sender: { ...view.sender, phone: null } },
          shipped,
        ),
      ).toMatchObject({
        ok: true,
      });
    }
  });
});

describe('an e-mail', () => {
  it('shows the sum, the link and the transfer code', async () => {
    const { html, text, subject, images } = await rendered('email', renderMessage(testView(), template));
    expect(subject).toBe('100,00\u00A0€');
    expect(html).toContain('href="https://paiement.vauban.example/p/7Q2XK"');
    expect(images.map((image) => image.contentType)).toEqual(['image/png']);
    expect(html).toContain(`cid:${images[0]?.cid}`);
    expect([...(images[0]?.content.subarray(0, 4) ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(text).toContain('https://paiement.vauban.example/p/7Q2XK');
  });

  it('takes words written for this once literally: no field, no tag, no HTML', async () => {
    const words = { subject: 'À\r\nBcc: {{ to_pay }}', body: '{{ to_pay }} {% if x %} <b>1</b>\n\n**Merci**' };
    const { html, subject } = await rendered('email', renderMessage(testView(), { ...words, literal: true }));
    expect(subject).toBe('À Bcc: {{ to_pay }}');
    expect(html).toContain('{{ to_pay }} {% if x %} &lt;b&gt;1&lt;/b&gt;');
    expect(html).toContain('Merci</strong>');
  });

  it('has no code and no picture without an account', async () => {
    const view = testView({ sender: { ...testView().sender, iban: null }, epcPayload: null, paymentLink: null });
    const { html, images } = await rendered('email', renderMessage(view, template));
    expect(images).toEqual([]);
    expect(html).not.toContain('<img');
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '{{ total }}',
    '&lt;b&gt;',
  ])('prints %s as text wherever the data says it', async (evil) => {
    const base = testView();
    const line = base.lines[0];
    if (!line) throw new Error('no line');
    const view = testView({
      sender: { ...base.sender, name: evil, signatoryName: evil, rcs: evil, phone: evil, email: evil },
      recipient: { ...base.recipient, name: evil, contactName: evil, ref: evil },
      lines: [{ ...line, number: evil, orderRef: evil }],
      reference: evil,
      attachments: [evil],
    });
    const shown = {
      subject: evil.includes('{{') ? 'x' : evil,
      body: '{{ customer.name }} {{ invoice_numbers }} {{ attachments }}',
    };
    const { html } = await rendered('email', renderMessage(view, shown));
    const inert = evil
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
    expect(html).toContain(inert);
    expect(html.replaceAll(inert, '')).not.toContain(evil);
  });

  it('has a one-line subject', async () => {
    const { subject } = await rendered(
      'email',
      renderMessage(testView(), { ...template, subject: 'a\r\nBcc: x@y.example' }),
    );
    expect(subject).toBe('a Bcc: x@y.example');
  });
});

describe('the other channels', () => {
  it('an SMS is plain GSM text, and refused when it cannot fit', async () => {
    const { text } = await rendered(
      'sms',
      renderMessage(testView({ channel: 'sms' }), { subject: '', body: 'À régler : {{ to_pay }}' }),
    );
    expect(text).toBe('A régler : 100,00 €');
    const long = await renderMessage(testView({ channel: 'sms' }), { subject: '', body: 'x'.repeat(460) });
    expect(long).toMatchObject({ ok: false, refusal: { code: 'sms_too_long', length: 460, limit: 459 } });
  });

  it('a registered letter says so, and a letter needs an address', async () => {
    const letter = await rendered('letter', renderMessage(testView({ channel: 'registered_letter' }), template));
    expect(letter.registered).toBe(true);
    const nowhere = testView({ channel: 'letter', recipient: { ...testView().recipient, addressLines: [] } });
    expect(await renderMessage(nowhere, template)).toMatchObject({ ok: false, refusal: { code: 'no_postal_address' } });
  });

  it('a script carries neither table nor ways to pay', async () => {
    const { text } = await rendered('script', renderMessage(testView({ channel: 'call' }), template));
    expect(text).toBe('Bonjour Claire Morel,\n\nMerci.\n');
  });
});

describe('what is broken', () => {
  it('fails alone and says where', async () => {
    const broken = { subject: 'x', body: 'Bonjour\n{{ clent.name }}' };
    const [bad, good, worse] = await Promise.all([
      renderMessage(testView(), broken),
      renderMessage(testView(), template),
      renderMessage(testView({ totalCents: cents(1) }), template),
    ]);
    expect(bad).toMatchObject({
      ok: false,
      refusal: { code: 'unknown_field', part: 'body', line: 2, column: 4, seen: 'clent' },
    });
    expect(worse).toMatchObject({
      ok: false,
      refusal: { code: 'view_sum_mismatch', expectedCents: 10_000, totalCents: 1 },
    });
    expect(good.ok).toBe(true);
  });
});
