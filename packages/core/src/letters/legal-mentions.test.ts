// What a text may have lost: legal mentions of a formal notice, and the field somebody meant.
import { describe, expect, it } from 'vitest';
import { missingMentions } from './legal-mentions.ts';
import { nearestFields } from './merge/nearest-fields.ts';
import { shippedTemplate } from './shipped/shipped-template.ts';

const name = (given: object = {}) =>
  ({ tone: 'formal', language: 'fr', audience: 'business', ...given }) as Parameters<typeof missingMentions>[0];

describe('a formal notice', () => {
  it.each(['fr', 'en'] as const)('as shipped lacks nothing, %s', (language) => {
    for (const channel of ['letter', 'registered_letter'] as const)
      for (const audience of ['business', 'consumer', 'public'] as const)
        expect(missingMentions(name({ language, audience }), shippedTemplate('formal', channel, language)!)).toEqual(
          [],
        );
  });
  it('that is a plain sentence lacks them all', () => {
    expect(missingMentions(name(), { subject: 'Impayé', body: 'Merci de payer.' })).toEqual([
      'words',
      'sum',
      'deadline',
      'basis',
      'penalties',
      'consequence',
    ]);
  });
  it('without a deadline says so alone', () => {
    const { subject, body } = shippedTemplate('formal', 'letter', 'fr')!;
    const cut = body.replaceAll('{{ deadline }}', 'la fin du mois');
    expect(missingMentions(name(), { subject, body: cut })).toEqual(['deadline']);
  });
  it('must not claim the 40 € of D. 441-5 from a consumer', () => {
    const text = { subject: 'Rappel', body: 'Une indemnité de 40 € est due.' };
    expect(missingMentions(name({ tone: 'firm', audience: 'consumer' }), text)).toEqual(['consumer_fee']);
    expect(missingMentions(name({ tone: 'firm' }), text)).toEqual([]);
  });
});

it.each([
  ['custmer.name', 'customer.name'],
  ['invoice_numbr', 'invoice_numbers'],
  ['to_pai', 'to_pay'],
  ['siren', 'company.siren'],
])('%s was probably %s', (seen, meant) => {
  expect(nearestFields(seen)[0]).toBe(meant);
});

it('nothing is near nonsense', () => {
  expect(nearestFields('zzzzzzzzzzzzqqqq')).toEqual([]);
});
