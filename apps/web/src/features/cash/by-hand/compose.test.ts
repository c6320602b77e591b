// Composing a decision by hand: every cent of the movement is in exactly one place, credit notes pay first, a shortfall is closed or refused.
import type { CreditNoteId, CustomerId, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { describe, expect, test } from 'vitest';
import { composeParts, difference, EMPTY_CHOICE, type HandChoice, type Items } from './compose.ts';

const customer = (id: number) => ({ customerId: id as CustomerId, ref: `C${id}`, name: `Client ${id}` });
const receivable = (id: number, openCents: number, of = 1) => ({
  ...{ receivableId: id as ReceivableId, invoiceId: id as InvoiceId, number: `FA-${id}`, customer: customer(of) },
  ...{ issuedOn: '2026-01-01', dueOn: '2026-01-31', openCents, currency: 'EUR' },
});
const creditNote = (id: number, openCents: number, of = 1) => ({
  ...{ creditNoteId: id as CreditNoteId, number: `AV-${id}`, customer: customer(of), issuedOn: '2026-01-02' },
  ...{ openCents, currency: 'EUR' },
});
const ITEMS = {
  receivables: [receivable(11, 100_00), receivable(12, 50_00), receivable(21, 30_00, 2)],
  creditNotes: [creditNote(7, 20_00)],
} as unknown as Items;
const choose = (choice: Partial<HandChoice>): HandChoice => ({ ...EMPTY_CHOICE, ...choice });

describe('a decision by hand', () => {
  test.each([
    ['two invoices exactly', 150_00, choose({ receivables: { 11: 100_00, 12: 50_00 } }), 0],
    ['20,00 over', 120_00, choose({ receivables: { 11: 100_00 } }), 20_00],
    ['10,00 missing', 90_00, choose({ receivables: { 11: 100_00 } }), -10_00],
    ['a credit note fills', 130_00, choose({ receivables: { 11: 100_00, 12: 50_00 }, creditNotes: { 7: 20_00 } }), 0],
  ])('%s', (_, cents, choice, expected) => {
    expect(difference(cents, choice)).toBe(expected);
  });

  test('pays each term what was typed', () => {
    expect(composeParts(150_00, choose({ receivables: { 11: 100_00, 12: 50_00 } }), ITEMS)).toMatchObject([
      {
        customerId: 1,
        cents: 150_00,
        allocations: [
          { receivableId: 11, cents: 100_00 },
          { receivableId: 12, cents: 50_00 },
        ],
      },
    ]);
  });

  test('uses a credit note up on its own customer’s last term, the money pays the rest', () => {
    const choice = choose({ receivables: { 11: 100_00, 12: 50_00 }, creditNotes: { 7: 20_00 } });
    expect(composeParts(130_00, choice, ITEMS)).toMatchObject([
      {
        cents: 130_00,
        allocations: [
          { receivableId: 11, cents: 100_00 },
          { receivableId: 12, cents: 30_00 },
        ],
        credits: [{ creditNoteId: 7, receivableId: 12, cents: 20_00 }],
      },
    ]);
  });

  test('closes a shortfall on the last term with the nature chosen', () => {
    expect(composeParts(98_00, choose({ receivables: { 11: 100_00 }, closing: 'bank_fee' }), ITEMS)).toMatchObject([
      {
        cents: 98_00,
        allocations: [{ receivableId: 11, cents: 98_00 }],
        adjustments: [{ receivableId: 11, cents: 2_00, nature: 'bank_fee' }],
      },
    ]);
  });

  test('splits between customers, and leaves what is over on the account chosen', () => {
    const choice = choose({ receivables: { 11: 100_00, 21: 30_00 }, rest: 2 });
    expect(composeParts(140_00, choice, ITEMS)).toMatchObject([
      { customerId: 1, cents: 100_00 },
      { customerId: 2, cents: 40_00, allocations: [{ receivableId: 21, cents: 30_00 }] },
    ]);
  });

  test('what is over and left waiting is in no part', () => {
    expect(composeParts(140_00, choose({ receivables: { 11: 100_00 } }), ITEMS)).toMatchObject([{ cents: 100_00 }]);
  });

  test('money on account alone has no allocation', () => {
    expect(composeParts(40_00, choose({ rest: 2 }), ITEMS)).toMatchObject([
      { customerId: 2, cents: 40_00, allocations: [] },
    ]);
  });
});
