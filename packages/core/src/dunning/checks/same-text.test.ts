// R9: nobody gets the same words twice running about the same receivables.
import { describe, expect, it } from 'vitest';
import type { PastContact } from '../facts.ts';
import { aCustomer, on, receivableId } from '../invented/invented-facts.ts';
import type { Channel, Step, Tone } from '../scenario.ts';
import { STANDARD } from '../scenarios/shipped-scenarios.ts';
import { freshWording } from './same-text.ts';

const base = STANDARD.steps[1] as Step;
const past = (day: string, channel: Channel, tone: Tone, ids: readonly number[]): PastContact => ({
  on: on(day),
  channel,
  tone,
  receivableIds: ids.map(receivableId),
});
const word = (pastContacts: readonly PastContact[], given: Partial<Step> = {}, hasPostalAddress = true) => {
  const step = { ...base, ...given };
  const customer = aCustomer([], { pastContacts, hasPostalAddress });
  const contact = customer.contacts[0] ?? null;
  const ids = new Set([1, 2].map(receivableId));
  const wording = freshWording(customer, step, { route: { channel: step.channel, contact }, ids });
  return wording && [wording.route.channel, wording.tone];
};

describe('a courteous e-mail about invoices 1 and 2', () => {
  it.each([
    ['nothing written before', [], ['email', 'courteous']],
    ['the same: firmer', [past('2026-03-09', 'email', 'courteous', [2, 1])], ['email', 'firm']],
    [
      'the same tone by letter is another text',
      [past('2026-03-09', 'letter', 'courteous', [1, 2])],
      ['email', 'courteous'],
    ],
    ['about one of them only is another text', [past('2026-03-09', 'email', 'courteous', [1])], ['email', 'courteous']],
    [
      'about more than them is another text',
      [past('2026-03-09', 'email', 'courteous', [1, 2, 3])],
      ['email', 'courteous'],
    ],
    [
      'not twice running: another text came between',
      [past('2026-03-05', 'email', 'courteous', [1, 2]), past('2026-03-09', 'email', 'firm', [1, 2])],
      ['email', 'courteous'],
    ],
    [
      'a call between is no text',
      [past('2026-03-05', 'email', 'courteous', [1, 2]), past('2026-03-09', 'call', 'courteous', [1, 2])],
      ['email', 'firm'],
    ],
    [
      'about other invoices between is no answer',
      [past('2026-03-05', 'email', 'courteous', [1, 2]), past('2026-03-09', 'email', 'firm', [7])],
      ['email', 'firm'],
    ],
  ])('%s', (_, contacts, expected) => {
    expect(word(contacts)).toEqual(expected);
  });
});

describe('when the tone cannot rise', () => {
  const warned = [past('2026-03-09', 'email', 'last_warning', [1, 2])];
  const served = [past('2026-03-09', 'registered_letter', 'formal', [1, 2])];
  it('takes the next channel of the step', () => {
    expect(word(warned, { tone: 'last_warning', fallbackChannels: ['letter'] })).toEqual(['letter', 'last_warning']);
  });
  it('never becomes a formal notice by itself', () => {
    expect(word(warned, { tone: 'last_warning', fallbackChannels: [] })).toBeNull();
    expect(word(warned, { tone: 'last_warning', fallbackChannels: ['letter'] }, false)).toBeNull();
  });
  it('does not repeat a formal notice', () => {
    expect(word(served, { tone: 'formal', channel: 'registered_letter', fallbackChannels: [] })).toBeNull();
  });
  it('lets a call be made again: it repeats no text', () => {
    const called = [past('2026-03-09', 'call', 'firm', [1, 2])];
    expect(word(called, { tone: 'firm', channel: 'call', fallbackChannels: [] })).toEqual(['call', 'firm']);
  });
});
