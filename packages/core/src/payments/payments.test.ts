// Returned movements, late-fee claims, what becomes of them, and announced money, on small tables.
import { describe, expect, test } from 'vitest';
import { cents, day, type PaymentId, type ReceivableId, rate } from '../kernel/index.ts';
import type { PenaltyStatement } from '../law/index.ts';
import { claimStep } from './after-principal.ts';
import { type ClaimableInvoice, claimLines } from './claim-lines.ts';
import { findReturned, type ReturnablePayment, type ReturnedMovement } from './find-returned.ts';
import { imputeWithClaims, type OpenTerm } from './impute-claims.ts';
import { planReturn } from './plan-return.ts';
import { heldUntil, spreadAnnounced } from './spread-announced.ts';

const movement: ReturnedMovement = {
  on: day('2026-03-20'),
  cents: cents(10_000),
  currency: 'EUR',
  endToEndId: null,
  mandateId: null,
  text: 'REJET CHQ 0004521 BOULANGERIE MARTIN',
  counterpartyName: null,
};
const payment = (id: number, more: Partial<ReturnablePayment> = {}): ReturnablePayment => ({
  paymentId: id as PaymentId,
  on: day('2026-03-10'),
  cents: cents(10_000),
  leftCents: cents(10_000),
  currency: 'EUR',
  endToEndId: null,
  mandateId: null,
  reference: '',
  names: [],
  ...more,
});

describe('the payment a movement gives back', () => {
  test.each<{ says: string; told: Partial<ReturnedMovement>; known: ReturnablePayment[]; found: object }>([
    {
      says: 'is the one with its end-to-end id, whatever else speaks for another',
      told: { endToEndId: 'E2E-7' },
      known: [payment(1, { reference: '0004521' }), payment(2, { endToEndId: 'e2e 7', cents: cents(12_000) })],
      found: { kind: 'certain', paymentId: 2, evidence: 'end_to_end_id' },
    },
    {
      says: 'is none by an id the bank does not give',
      told: { endToEndId: 'NOTPROVIDED' },
      known: [payment(1, { endToEndId: 'NOTPROVIDED' })],
      found: { kind: 'none' },
    },
    {
      says: 'is the one of the mandate and amount',
      told: { mandateId: 'M-1' },
      known: [payment(1, { mandateId: 'M-1' }), payment(2, { mandateId: 'M-1', cents: cents(20_000) })],
      found: { kind: 'certain', paymentId: 1, evidence: 'mandate' },
    },
    {
      says: 'is the cheque whose number stands in the text',
      told: {},
      known: [payment(1, { reference: 'CHQ 0004521' }), payment(2, { names: ['Boulangerie Martin'] })],
      found: { kind: 'certain', paymentId: 1, evidence: 'reference' },
    },
    {
      says: 'by amount and name alone is sure where it is the only one',
      told: {},
      known: [payment(1, { names: ['Boulangerie Martin'] }), payment(2)],
      found: { kind: 'certain', paymentId: 1, evidence: 'amount_and_name' },
    },
    {
      says: 'is only suggested where two fit',
      told: {},
      known: [payment(1, { names: ['Boulangerie Martin'] }), payment(2, { names: ['BOULANGERIE MARTIN'] })],
      found: { kind: 'suggested', paymentIds: [1, 2], evidence: 'amount_and_name' },
    },
    {
      says: 'is none that came after, thirteen months before, in another currency, or has left already',
      told: { endToEndId: 'E' },
      known: [
        payment(1, { endToEndId: 'E', on: day('2026-03-21') }),
        payment(2, { endToEndId: 'E', on: day('2025-02-19') }),
        payment(3, { endToEndId: 'E', currency: 'USD' }),
        payment(4, { endToEndId: 'E', leftCents: cents(9_999) }),
      ],
      found: { kind: 'none' },
    },
  ])('$says', ({ told, known, found }) => expect(findReturned({ ...movement, ...told }, known)).toEqual(found));
});

const segment = (term: number, from: string, to: string, days: number) => ({
  ...{ term, from: day(from), to: day(to), days, rate: rate(1000), principalCents: cents(3_650_000) },
  // 36 500,00 € at 10 %: 10,00 € a day.
  interestCents: cents(days * 1_000),
});
const invoice = (more: Partial<ClaimableInvoice> = {}): ClaimableInvoice => ({
  statement: {
    segments: [segment(0, '2026-03-01', '2026-03-31', 31), segment(1, '2026-03-22', '2026-03-31', 10)],
    fixedFeeCents: cents(4_000),
  } as unknown as PenaltyStatement,
  terms: [11, 12] as ReceivableId[],
  claimed: [],
  isFeeClaimed: false,
  ...more,
});
const both = { receivableIds: [11, 12] as ReceivableId[], kinds: ['interest', 'fixed_fee'] as const };
const told = (lines: ReturnType<typeof claimLines>) =>
  lines.map((line) => `${line.onReceivableId} ${line.kind} ${line.fromOn ?? '-'} ${line.toOn ?? '-'} ${line.cents}`);

describe('what can be claimed', () => {
  test('is the interest of each term and one fixed fee of the invoice', () =>
    expect(told(claimLines(invoice(), both))).toEqual([
      '11 interest 2026-03-01 2026-03-31 31000',
      '12 interest 2026-03-22 2026-03-31 10000',
      '11 fixed_fee - - 4000',
    ]));

  test('leaves out the days and the fee claimed before', () => {
    const claimed = [{ receivableId: 11 as ReceivableId, interestTo: day('2026-03-15') }];
    expect(told(claimLines(invoice({ claimed, isFeeClaimed: true }), both))).toEqual([
      '11 interest 2026-03-16 2026-03-31 16000',
      '12 interest 2026-03-22 2026-03-31 10000',
    ]);
  });

  test('is nothing where everything was claimed', () => {
    const claimed = both.receivableIds.map((receivableId) => ({ receivableId, interestTo: day('2026-03-31') }));
    expect(claimLines(invoice({ claimed, isFeeClaimed: true }), both)).toEqual([]);
  });
});

describe('a claim after its principal', () => {
  const open = { isOpen: true, isShownOnly: false, isWaivedByRule: false };
  test.each([
    { claim: { ...open, disposition: 'keep', isPrincipalPaid: true }, step: 'none' },
    { claim: { ...open, disposition: 'waive', isPrincipalPaid: false }, step: 'none' },
    { claim: { ...open, disposition: 'waive', isPrincipalPaid: true }, step: 'waive' },
    { claim: { ...open, disposition: 'show', isPrincipalPaid: true }, step: 'hide' },
    { claim: { ...open, disposition: 'show', isPrincipalPaid: true, isShownOnly: true }, step: 'none' },
    { claim: { ...open, disposition: 'show', isPrincipalPaid: false, isShownOnly: true }, step: 'chase' },
    { claim: { ...open, disposition: 'keep', isPrincipalPaid: true, isShownOnly: true }, step: 'chase' },
    {
      claim: { ...open, disposition: 'waive', isPrincipalPaid: true, isOpen: false, isWaivedByRule: true },
      step: 'none',
    },
    {
      claim: { ...open, disposition: 'waive', isPrincipalPaid: false, isOpen: false, isWaivedByRule: true },
      step: 'restore',
    },
    {
      claim: { ...open, disposition: 'keep', isPrincipalPaid: true, isOpen: false, isWaivedByRule: true },
      step: 'restore',
    },
    { claim: { ...open, disposition: 'waive', isPrincipalPaid: true, isOpen: false }, step: 'none' },
  ] as const)('$claim.disposition, paid: $claim.isPrincipalPaid, open: $claim.isOpen → $step', ({ claim, step }) =>
    expect(claimStep(claim)).toBe(step),
  );
});

describe('a payment where late fees are claimed', () => {
  const term = (id: number, openCents: number, claim: OpenTerm['claim'] = null, dueOn = '2026-02-01'): OpenTerm => ({
    ...{
      receivableId: id as ReceivableId,
      issuedOn: day('2026-01-01'),
      dueOn: day(dueOn),
      openCents: cents(openCents),
      claim,
    },
  });
  const on = (id: number, kind: 'interest' | 'fixed_fee') => ({ onReceivableId: id as ReceivableId, kind });
  const terms = [
    term(1, 1_000),
    term(2, 50, on(1, 'interest'), '2026-03-01'),
    term(3, 40, on(1, 'fixed_fee'), '2026-03-01'),
    term(4, 500, null, '2026-02-15'),
  ];
  test.each([
    { paid: 30, indicated: [], want: { 2: 30 } },
    { paid: 80, indicated: [], want: { 2: 50, 3: 30 } },
    { paid: 1_100, indicated: [], want: { 2: 50, 3: 40, 1: 1_000, 4: 10 } },
    { paid: 600, indicated: [4], want: { 4: 500, 2: 50, 3: 40, 1: 10 } },
  ])('of $paid goes to interest, fee, principal, then the next debt: $want', ({ paid, indicated, want }) => {
    const rule = { paidOn: day('2026-03-20'), indicated: indicated as ReceivableId[] };
    const made = imputeWithClaims(cents(paid), terms, rule);
    const shares = made.ok ? made.value.shares.map((share) => [share.receivableId, share.cents]) : [];
    expect(Object.fromEntries(shares)).toEqual(want);
  });
});

describe('announced money', () => {
  test('is waited for five worked days after its day', () =>
    // Friday 3 April 2026 + 5 worked days, Easter Monday not worked: Monday 13 April.
    expect(heldUntil(day('2026-04-03'), 5, { alsaceMoselle: false, closedDays: [] })).toBe('2026-04-13'));

  test('holds each term up to what is open, in order', () => {
    const terms = [300, 200, 100].map((open, n) => ({ receivableId: n as ReceivableId, openCents: cents(open) }));
    expect(spreadAnnounced(cents(450), terms).map((part) => part.cents)).toEqual([300, 150]);
  });
});

describe('a return', () => {
  const lines = [
    { id: 'newest', cents: 300 },
    { id: 'older', cents: 500 },
  ];
  test.each([
    { says: 'takes what is free first', cents: 200, freeCents: 200, want: [] },
    { says: 'then the newest line, in part', cents: 250, freeCents: 200, want: ['newest 50'] },
    { says: 'then the one before', cents: 700, freeCents: 200, want: ['newest 300', 'older 200'] },
    { says: 'opens all of it again', cents: 1_000, freeCents: 200, want: ['newest 300', 'older 500'] },
  ])('$says', ({ cents: back, freeCents, want }) => {
    const plan = planReturn({ cents: back, freeCents, lines });
    expect(plan.map(({ line, reopenedCents }) => `${line.id} ${reopenedCents}`)).toEqual(want);
  });
});
