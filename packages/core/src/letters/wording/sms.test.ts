// SMS stay inside the GSM alphabet, so that three parts hold 459 characters.
import { describe, expect, it } from 'vitest';
import { smsLength, toSmsText } from './sms.ts';

describe('an SMS', () => {
  it.each([
    ['1\u202F234,56\u00A0€', '1 234,56 €'],
    ['L’échéance', "L'échéance"],
    ['« À régler »', '"A régler"'],
    ['fenêtre, reçu, Noël, œuvre', 'fenetre, recu, Noel, oeuvre'],
    ['你好', '??'],
  ])('%s is sent as %s', (text, sent) => {
    expect(toSmsText(text)).toBe(sent);
  });

  it('counts the euro sign twice (3GPP TS 23.038, extension table)', () => {
    expect(smsLength('10 €')).toBe(5);
    expect(smsLength('abc')).toBe(3);
  });
});
