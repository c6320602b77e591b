// EPC069-12: the lines of the guideline, its limits, and what cannot be made into a code.
import { cents } from '@quittance/core/kernel';
import { describe, expect, it } from 'vitest';
import { type EpcTransfer, epcPayload } from './payload.ts';

const IBAN = 'FR76 3000 6000 0112 3456 7890 189';
const TRANSFER: EpcTransfer = {
  beneficiary: 'Atelier Exemple',
  iban: IBAN,
  amountCents: cents(123_405),
  remittance: 'FA-2026-0001',
};

describe('the payload', () => {
  it('has the lines of the guideline in their order', () => {
    expect(epcPayload({ ...TRANSFER, bic: 'agrifrpp' })).toEqual({
      ok: true,
      value: 'BCD\n002\n1\nSCT\nAGRIFRPP\nAtelier Exemple\nFR7630006000011234567890189\nEUR1234.05\n\n\nFA-2026-0001',
    });
  });

  it('puts a creditor reference before the free text and drops trailing blank lines', () => {
    const { remittance: _, ...rest } = TRANSFER;
    expect(epcPayload({ ...rest, creditorReference: 'RF18539007547034' })).toMatchObject({
      value: 'BCD\n002\n1\nSCT\n\nAtelier Exemple\nFR7630006000011234567890189\nEUR1234.05\n\nRF18539007547034',
    });
  });

  it.each([
    [1, 'EUR0.01'],
    [100, 'EUR1.00'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('writes %i cents as %s', (amount, expected) => {
    const payload = epcPayload({ ...TRANSFER, amountCents: cents(amount) });
    expect(payload.ok && payload.value.split('\n')[7]).toBe(expected);
  });

  it.each([
    ['missing_beneficiary', { beneficiary: ' ' }],
    ['text_too_long', { beneficiary: 'x'.repeat(71) }],
    ['text_too_long', { remittance: 'x'.repeat(141) }],
    ['invalid_iban', { iban: 'FR7630006000011234567890188' }],
    ['invalid_bic', { bic: 'AGRI' }],
    ['amount_out_of_range', { amountCents: cents(0) }],
    ['amount_out_of_range', { amountCents: cents(100_000_000_000) }],
    ['two_references', { creditorReference: 'RF18539007547034' }],
    ['invalid_character', { remittance: 'a\u0007b' }],
    ['payload_too_long', { remittance: '€'.repeat(120) }],
  ] as [string, Partial<EpcTransfer>][])('is refused: %s', (code, change) => {
    expect(epcPayload({ ...TRANSFER, ...change })).toMatchObject({ ok: false, refusal: { code } });
  });

  it('turns line ends in texts into spaces', () => {
    const payload = epcPayload({ ...TRANSFER, remittance: 'FA-1\nFA-2' });
    expect(payload.ok && payload.value.endsWith('\nFA-1 FA-2')).toBe(true);
  });
});
