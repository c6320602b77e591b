// What may not become a message, and what the catalogue promises.
import { describe, expect, it } from 'vitest';
import { cents, day } from '../kernel/index.ts';
import { checkView } from './check-view.ts';
import { renderPaymentBlock } from './layout/payment-block.ts';
import { MERGE_FIELDS } from './merge/fields.ts';
import { mergeFields } from './merge/merge-fields.ts';
import { runningBalances } from './statement.ts';
import type { MessageView } from './view.ts';

const epc = (amount: string): string =>
  `BCD\n002\n1\nSCT\n\nAtelier Vauban\nFR7630006000011234567890189\nEUR${amount}\n\n\nC1`;
const view: MessageView = {
  language: 'fr',
  tone: 'firm',
  channel: 'email',
  sender: {
    name: 'Atelier Vauban',
    legalForm: null,
    capitalCents: null,
    siren: null,
    rcs: null,
    vatNumber: null,
    addressLines: [],
    phone: null,
    email: null,
    website: null,
    iban: 'FR7630006000011234567890189',
    bic: null,
    signatoryName: null,
    signatoryTitle: null,
  },
  recipient: { ref: 'C1', name: 'Delorme', kind: 'business', contactName: null, addressLines: [] },
  on: day('2027-03-12'),
  place: null,
  lines: [
    {
      number: 'F-1',
      issuedOn: day('2027-01-15'),
      dueOn: day('2027-02-14'),
      dueEstimated: false,
      grossCents: cents(10000),
      openCents: cents(10000),
      daysLate: 26,
      orderRef: null,
    },
  ],
  credits: [],
  totalCents: cents(10000),
  currency: 'EUR',
  deadlineOn: null,
  earlierReminders: [],
  penalties: { mode: 'none' },
  paymentLink: null,
  reference: 'C1',
  epcPayload: null,
  attachments: [],
};
const claimed = {
  mode: 'claimed',
  ratePct: 12.4,
  interestCents: cents(100),
  fixedFeeCents: cents(4000),
  fixedFeeCount: 1,
  totalCents: cents(4100),
  computedOn: day('2027-03-12'),
} as const;

describe('a view', () => {
  it.each<[name: string, more: Partial<MessageView>, code: string | null]>([
    ['whose sums hold is accepted', {}, null],
    ['with claimed penalties and their transfer is accepted', { penalties: claimed, epcPayload: epc('141.00') }, null],
    ['without lines is refused', { lines: [] }, 'view_without_lines'],
    ['with another total is refused', { totalCents: cents(9999) }, 'view_sum_mismatch'],
    [
      'with a negative credit is refused',
      { credits: [{ kind: 'payment', number: '', on: day('2027-03-01'), cents: cents(-1) }] },
      'view_credit_not_positive',
    ],
    [
      'whose penalties do not add up is refused',
      { penalties: { ...claimed, totalCents: cents(4000) } },
      'view_penalty_mismatch',
    ],
    [
      'that claims the fixed fee from a consumer is refused',
      { penalties: claimed, recipient: { ...view.recipient, kind: 'consumer' } },
      'view_fee_for_consumer',
    ],
    ['whose transfer code asks for another amount is refused', { epcPayload: epc('99.00') }, 'view_transfer_mismatch'],
    [
      'whose transfer code forgets the claimed penalties is refused',
      { penalties: claimed, epcPayload: epc('100.00') },
      'view_transfer_mismatch',
    ],
    ['whose transfer code is not one is refused', { epcPayload: 'hello' }, 'view_transfer_mismatch'],
  ])('%s', (_name, more, code) => {
    const checked = checkView({ ...view, ...more });
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});

describe('the ways to pay', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://a.example/"onclick="x', 'https://a b'])(
    'never link to %s',
    (paymentLink) => {
      expect(renderPaymentBlock({ ...view, paymentLink }).link).toBeNull();
    },
  );

  it('show no transfer code without an account', () => {
    expect(renderPaymentBlock({ ...view, epcPayload: epc('100.00') }).qr).not.toBeNull();
    expect(
      renderPaymentBlock({ ...view, epcPayload: epc('100.00'), sender: { ...view.sender, iban: null } }).qr,
    ).toBeNull();
  });
});

describe('merge fields', () => {
  const paths = (value: unknown, prefix = ''): string[] =>
    Object.entries(value as object).flatMap(([key, inner]) => {
      if (Array.isArray(inner)) return [prefix + key, ...paths(inner[0] ?? {}, `${prefix}${key}[].`)];
      return typeof inner === 'object' && inner !== null ? paths(inner, `${prefix}${key}.`) : [prefix + key];
    });

  it('are exactly those of the catalogue', () => {
    expect(paths(mergeFields(view)).sort()).toEqual(MERGE_FIELDS.map((field) => field.name).sort());
  });
});

describe('a statement', () => {
  it('carries its balance from line to line', () => {
    const at = { on: day('2027-01-01'), number: '', label: '', dueOn: null };
    const statement = {
      language: 'fr',
      sender: view.sender,
      recipient: view.recipient,
      on: view.on,
      place: null,
      from: view.on,
      to: view.on,
      currency: 'EUR',
      openingCents: cents(5000),
      movements: [
        { ...at, kind: 'invoice', debitCents: cents(12000), creditCents: cents(0) },
        { ...at, kind: 'payment', debitCents: cents(0), creditCents: cents(20000) },
      ],
    } as const;
    expect(runningBalances(statement).map((m) => m.balanceCents)).toEqual([17000, -3000]);
  });
});
