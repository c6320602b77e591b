// Table files by tables: customers merged, invoices created, completed or refused, payments found again and allocated.
import { describe, expect, it } from 'vitest';
import { cents, day, type InvoiceId, type PaymentId, type ReceivableId } from '../../kernel/index.ts';
import type { CustomerRow, InvoiceRow, PaymentRow } from '../records.ts';
import { decideInvoice, type KnownInvoice, type KnownTerm } from './decide-invoice.ts';
import {
  allocatePayment,
  findKnownPayments,
  type KnownPayment,
  type PayableTerm,
  paymentIdentity,
} from './decide-payment.ts';
import { mergeCustomerRows } from './merge-customers.ts';

const customer = (row: number, over: Partial<CustomerRow> = {}): CustomerRow => ({
  row,
  ref: 'C1',
  name: 'Durand',
  kind: null,
  siren: null,
  vatNumber: null,
  email: null,
  phone: null,
  addressLine1: null,
  addressLine2: null,
  postalCode: null,
  city: null,
  country: null,
  language: null,
  segment: null,
  sector: null,
  paymentTerms: null,
  creditLimitCents: null,
  iban: null,
  scenario: null,
  ownerEmail: null,
  ...over,
});

describe('customer rows', () => {
  it('of one reference make one customer, the later winning where it speaks', () => {
    const { customers } = mergeCustomerRows([
      customer(2, { city: 'Lyon', email: 'a@b.example' }),
      customer(3, { name: 'Durand SARL', city: 'Nice' }),
    ]);
    expect(customers).toEqual([customer(3, { name: 'Durand SARL', city: 'Nice', email: 'a@b.example' })]);
  });
  it('lose terms nobody can read, and say so', () => {
    const { customers, errors } = mergeCustomerRows([customer(2, { paymentTerms: 'quand il peut' })]);
    expect(customers[0]?.paymentTerms).toBeNull();
    expect(errors).toMatchObject([
      { row: 2, column: 'payment_terms', code: 'payment_terms_unreadable', seen: 'quand il peut' },
    ]);
  });
});

const row = (n: number, over: Partial<InvoiceRow> = {}): InvoiceRow => ({
  row: n,
  customerRef: 'C1',
  number: 'F1',
  kind: 'invoice',
  issuedOn: day('2024-01-10'),
  dueOn: day('2024-02-10'),
  grossCents: cents(1_200),
  netCents: null,
  vatCents: null,
  currency: null,
  customerName: null,
  sentOn: null,
  label: null,
  orderRef: null,
  paymentMethod: null,
  discount: null,
  ...over,
});
const term = (id: number, over: Partial<KnownTerm> = {}): KnownTerm => ({
  receivableId: id as ReceivableId,
  dueOn: day('2024-02-09'),
  dueEstimated: true,
  grossCents: cents(1_200),
  settledCents: cents(0),
  discount: null,
  ...over,
});
const known = (over: Partial<KnownInvoice> = {}): KnownInvoice => ({
  invoiceId: 1 as InvoiceId,
  grossCents: cents(1_200),
  currency: 'EUR',
  sentOn: null,
  netCents: null,
  vatCents: null,
  label: null,
  orderRef: null,
  paymentMethod: null,
  terms: [term(1)],
  ...over,
});
const third = (n: number, dueOn: string) =>
  row(n, { grossCents: cents(400), dueOn: day(dueOn), netCents: cents(333), vatCents: cents(67) });
const thirds = [third(4, '2024-04-10'), third(2, '2024-02-10'), third(3, '2024-03-10')];
const codes = (decision: ReturnType<typeof decideInvoice>) =>
  decision.kind === 'refuse' ? decision.errors.map((error) => [error.row, error.column, error.code]) : decision.kind;

describe('an invoice', () => {
  it('of several terms is one invoice, its terms by day', () => {
    expect(decideInvoice(thirds, null, 'EUR')).toMatchObject({
      kind: 'create',
      grossCents: 1_200,
      currency: 'EUR',
      details: { netCents: 999, vatCents: 201 },
      terms: [{ dueOn: '2024-02-10' }, { dueOn: '2024-03-10' }, { dueOn: '2024-04-10' }],
    });
  });
  it('known from the books gets its real due date and its details', () => {
    const decision = decideInvoice([row(2, { sentOn: day('2024-01-12'), orderRef: 'BC 7' })], known(), 'EUR');
    expect(decision).toMatchObject({
      kind: 'complete',
      details: { sentOn: '2024-01-12', orderRef: 'BC 7' },
      split: null,
      dueDates: [{ receivableId: 1, oldDueOn: '2024-02-09', newDueOn: '2024-02-10', wasEstimated: true }],
    });
  });
  it('known with the same values has nothing to change', () => {
    const same = known({ terms: [term(1, { dueOn: day('2024-02-10'), dueEstimated: false })], label: 'x' });
    expect(decideInvoice([row(2, { label: 'x' })], same, 'EUR')).toMatchObject({
      details: {},
      dueDates: [],
      split: null,
    });
  });
  it('known as one term is split into its real ones', () => {
    const decision = decideInvoice(thirds, known(), 'EUR');
    expect(decision).toMatchObject({
      kind: 'complete',
      split: [{ grossCents: 400 }, { grossCents: 400 }, { grossCents: 400 }],
      dueDates: [{ newDueOn: '2024-02-10' }],
    });
  });
  it('is not split where more than its first term is settled', () => {
    expect(
      codes(decideInvoice(thirds, known({ terms: [term(1, { settledCents: cents(500) })] }), 'EUR')),
    ).toContainEqual([2, 'gross', 'settled_beyond_first_term']);
  });
  it('keeps three terms and moves the one whose day changed', () => {
    const terms = [
      term(1, { grossCents: cents(400), dueOn: day('2024-02-10'), dueEstimated: false }),
      term(2, { grossCents: cents(400), dueOn: day('2024-03-10'), dueEstimated: false }),
      term(3, { grossCents: cents(400), dueOn: day('2024-03-31'), dueEstimated: false }),
    ];
    expect(decideInvoice(thirds, known({ terms }), 'EUR')).toMatchObject({
      dueDates: [{ receivableId: 3, oldDueOn: '2024-03-31', newDueOn: '2024-04-10', wasEstimated: false }],
    });
  });
  it('brings the discount agreed on each term, and a newer one; a file that tells none takes none away', () => {
    const early = (n: number) => ({ cents: cents(n), untilOn: day('2024-01-20') });
    expect(decideInvoice([row(2, { discount: early(24) })], null, 'EUR')).toMatchObject({
      terms: [{ dueOn: '2024-02-10', grossCents: 1_200, discount: { cents: 24, untilOn: '2024-01-20' } }],
    });
    const had = known({ terms: [term(1, { discount: early(24) })] });
    const changes = (discount: InvoiceRow['discount']) => {
      const decision = decideInvoice([row(2, { discount })], had, 'EUR');
      return decision.kind === 'complete' ? decision.discounts : decision.kind;
    };
    expect(changes(early(36))).toEqual([{ receivableId: 1, cents: 36, untilOn: '2024-01-20' }]);
    expect(changes(early(24))).toEqual([]);
    expect(changes(null)).toEqual([]);
  });
  it('of another amount than known is refused, both amounts named', () => {
    const decision = decideInvoice([row(2, { grossCents: cents(1_300) })], known(), 'EUR');
    expect(decision).toMatchObject({
      kind: 'refuse',
      errors: [{ row: 2, code: 'gross_differs', seen: '13,00', expected: '12,00 EUR' }],
    });
  });
  it('of another currency is not the same amount', () => {
    expect(codes(decideInvoice([row(2, { currency: 'USD' })], known(), 'EUR'))).toEqual([
      [2, 'gross', 'gross_differs'],
    ]);
  });
  it.each([
    [{ dueOn: day('2024-01-09') }, [[2, 'due_on', 'due_before_issued']]],
    [{ grossCents: cents(0) }, [[2, 'gross', 'zero_amount']]],
  ])('with %j is a row error', (over, expected) => {
    expect(codes(decideInvoice([row(2, over)], null, 'EUR'))).toEqual(expected);
  });
  it('is left out whole when one of its terms contradicts the others', () => {
    expect(codes(decideInvoice([row(2), row(3, { issuedOn: day('2024-01-11') })], null, 'EUR'))).toEqual([
      [3, 'issued_on', 'terms_contradict'],
      [2, 'invoice_number', 'other_term_refused'],
    ]);
  });
});

const payment = (n: number, over: Partial<PaymentRow> = {}): PaymentRow => ({
  row: n,
  customerRef: 'C1',
  paidOn: day('2024-03-01'),
  amountCents: cents(1_000),
  currency: null,
  method: null,
  reference: null,
  invoiceNumbers: [],
  ...over,
});
const inLedger = (id: number, over: Partial<KnownPayment> = {}): KnownPayment => ({
  paymentId: id as PaymentId,
  key: `k${id}`,
  customerRef: 'C1',
  paidOn: day('2024-03-01'),
  amountCents: cents(1_000),
  fromBooks: true,
  ...over,
});

describe('a payment', () => {
  it('is identified by customer, day, amount and reference, not by what it pays', () => {
    expect(paymentIdentity(payment(2, { invoiceNumbers: ['F1'], method: 'cheque' }))).toBe(paymentIdentity(payment(9)));
    expect(paymentIdentity(payment(2, { reference: 'V1' }))).not.toBe(paymentIdentity(payment(2)));
  });
  it('is found by key, then among the payments of the books, each once', () => {
    const rows = [payment(2), payment(3), payment(4)].map((one, i) => ({ row: one, key: `new${i}` }));
    const found = findKnownPayments(rows, [inLedger(1), inLedger(2, { key: 'new2', fromBooks: false })]);
    expect(found.map((one) => one?.paymentId ?? null)).toEqual([1, null, 2]);
  });

  const payable = (id: number, number: string, dueOn: string, open: number): PayableTerm => ({
    receivableId: id as ReceivableId,
    number,
    issuedOn: day('2024-01-10'),
    dueOn: day(dueOn),
    openCents: cents(open),
    currency: 'EUR',
  });
  const terms = new Map([
    ['F1', [payable(2, 'F1', '2024-03-10', 300), payable(1, 'F1', '2024-02-10', 300)]],
    ['F2', [payable(3, 'F2', '2024-01-31', 500)]],
  ]);
  const paying = (numbers: string[], amount = 1_000, undone: number[] = []) =>
    allocatePayment(
      {
        row: payment(2, { invoiceNumbers: numbers }),
        openCents: cents(amount),
        currency: 'EUR',
        undone: new Set(undone as ReceivableId[]),
      },
      terms,
    );
  it('goes to the invoices it names, in that order, earliest term first', () => {
    expect(paying(['F2', 'F1']).parts.map((part) => [part.receivableId, part.cents])).toEqual([
      [3, 500],
      [1, 300],
      [2, 200],
    ]);
    expect(paying(['F1', 'F2']).parts.map((part) => [part.receivableId, part.cents])).toEqual([
      [1, 300],
      [2, 300],
      [3, 400],
    ]);
  });
  it('stays unapplied where it names nothing, and keeps what is too much', () => {
    expect(paying([]).parts).toEqual([]);
    expect(paying(['F2'], 900).parts.map((part) => part.cents)).toEqual([500]);
  });
  it('names an invoice nobody knows: a row error, the payment stays', () => {
    expect(paying(['F9', 'F2']).errors).toMatchObject([
      { row: 2, column: 'invoice_numbers', code: 'unknown_invoice', seen: 'F9' },
    ]);
  });
  it('is not put back where a person took it off', () => {
    expect(paying(['F1'], 1_000, [1]).parts.map((part) => part.receivableId)).toEqual([2]);
  });
});
