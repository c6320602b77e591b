// Journals and lines of the books by tables: what software and accountants write, and what each must become.
import { describe, expect, it } from 'vitest';
import { cents, day } from '../../kernel/index.ts';
import type { FecAccountGroup, FecJournal, FecLine } from '../fec-records.ts';
import { classifyFecLine } from './classify-line.ts';
import { isCustomerAccount, isPieceReference, lineIdentity, readCustomerLine } from './customer-line.ts';
import { dueEstimator } from './due-estimate.ts';
import { journalNature } from './journal-nature.ts';

const NO_LINES: Record<FecAccountGroup, number> = {
  customers: 0,
  suppliers: 0,
  bank: 0,
  cash: 0,
  bills: 0,
  sales: 0,
  vat: 0,
  other_income: 0,
  expenses: 0,
  equity: 0,
  other: 0,
};
const journal = (
  code: string,
  label: string,
  groups: Partial<Record<FecAccountGroup, number>> = {},
  isOpening = false,
): FecJournal => ({
  code,
  label,
  lines: Object.values(groups).reduce((sum, n) => sum + n, 0),
  groups: { ...NO_LINES, ...groups },
  firstOn: day('2024-01-01'),
  lastOn: day('2024-12-31'),
  debitCents: cents(0),
  creditCents: cents(0),
  isOpening,
});

describe('the nature of a journal', () => {
  it.each([
    ['VE', 'Ventes', { customers: 10, sales: 10, vat: 10 }, 'sales'],
    ['VT1', 'JOURNAL DES VENTES', {}, 'sales'],
    ['INV', 'Customer Invoices', { customers: 1, sales: 3, vat: 1 }, 'sales'],
    ['X7', 'Négoce', { customers: 10, sales: 12 }, 'sales'],
    ['AC', 'Achats', { suppliers: 10, expenses: 10 }, 'purchases'],
    ['BQ', 'Banque', { bank: 10, customers: 6, suppliers: 4 }, 'bank'],
    ['CRC', 'CREDIT AGRICOLE', { bank: 10, customers: 10 }, 'bank'],
    ['RCH', 'REMISES DE CHEQUES', { bank: 10, customers: 10 }, 'bank'],
    ['J5', 'LBP 4521', { bank: 10, customers: 10 }, 'bank'],
    ['VI', 'Ventes en ligne : virements reçus', { bank: 10, customers: 10 }, 'bank'],
    ['CE', "Caisse d'épargne", { bank: 5, customers: 5 }, 'bank'],
    ['CA', 'Caisse', { cash: 5, customers: 5 }, 'cash'],
    ['EFF', 'Effets à recevoir', { bills: 5, customers: 5 }, 'bills'],
    ['OD', 'Opérations diverses', { customers: 5, expenses: 5, bank: 4 }, 'other'],
    ['ZZ', 'Divers', {}, 'other'],
  ] as const)('%s %s %j is %s', (code, label, groups, nature) => {
    expect(journalNature(journal(code, label, groups))).toBe(nature);
  });
  it('is opening where the reader says so, whatever its accounts', () => {
    expect(journalNature(journal('AN', 'A nouveaux', { bank: 9, customers: 1 }, true))).toBe('opening');
  });
});

describe('a line of a customer account', () => {
  it.each([
    ['sales', true, true, 'invoice'],
    ['sales', true, false, 'invoice'],
    ['sales', false, true, 'credit_note'],
    ['bank', false, true, 'payment_in'],
    ['cash', false, false, 'payment_in'],
    ['bills', false, false, 'payment_in'],
    ['bank', true, true, 'payment_out'],
    ['opening', true, false, 'opening_debt'],
    ['opening', false, true, 'opening_credit'],
    ['other', true, true, 'invoice'],
    ['other', false, true, 'credit_note'],
    ['other', true, false, 'adjustment_debt'],
    ['other', false, false, 'adjustment_credit'],
    ['purchases', false, true, 'credit_note'],
  ] as const)('in %s, debit %s, piece %s, is %s', (nature, isDebit, hasPiece, kind) => {
    expect(classifyFecLine({ isDebit, hasPiece }, nature)).toBe(kind);
  });
});

const line = (over: Partial<FecLine> = {}): FecLine => ({
  row: 2,
  journalCode: 'VE',
  journalLabel: 'Ventes',
  entryNumber: '17',
  entryOn: day('2024-03-05'),
  account: '411000',
  accountLabel: 'Clients',
  auxiliary: 'CDURAND',
  auxiliaryLabel: 'Durand SARL',
  pieceRef: 'F2024-17',
  pieceOn: day('2024-03-01'),
  label: 'Facture  F2024-17',
  debitCents: cents(12_000),
  creditCents: cents(0),
  lettering: '',
  letteredOn: null,
  validatedOn: null,
  currencyCents: null,
  currency: '',
  settledOn: null,
  ...over,
});

describe('reading a customer line', () => {
  it('names the customer by its auxiliary, else by its sub-account; 416 is the same customer', () => {
    expect(readCustomerLine(line())).toMatchObject({
      customerRef: 'CDURAND',
      customerName: 'Durand SARL',
      isDoubtful: false,
    });
    const sub = line({ account: '4110042', accountLabel: 'Petit', auxiliary: '', auxiliaryLabel: '' });
    expect(readCustomerLine(sub)).toMatchObject({ customerRef: '4110042', customerName: 'Petit' });
    expect(readCustomerLine({ ...sub, account: '4160042' })).toMatchObject({
      customerRef: '4110042',
      isDoubtful: true,
    });
    expect(readCustomerLine(line({ account: '416000' }))).toMatchObject({ customerRef: 'CDURAND', isDoubtful: true });
  });

  it.each([
    [12_000, 0, 12_000],
    [0, 12_000, -12_000],
    [-12_000, 0, -12_000],
    [0, -12_000, 12_000],
    [12_000, 2_000, 10_000],
  ])('debit %i credit %i is %i on the account', (debit, credit, balance) => {
    expect(readCustomerLine(line({ debitCents: cents(debit), creditCents: cents(credit) }))?.cents).toBe(balance);
  });

  it('makes nothing of a line without an amount', () => {
    expect(readCustomerLine(line({ debitCents: cents(0) }))).toBeNull();
  });

  it('dates it by its piece, unless the piece is dated after the entry', () => {
    expect(readCustomerLine(line())?.issuedOn).toBe('2024-03-01');
    expect(readCustomerLine(line({ pieceOn: day('2042-03-01') }))?.issuedOn).toBe('2024-03-05');
    expect(readCustomerLine(line({ pieceOn: null }))?.issuedOn).toBe('2024-03-05');
  });

  it('numbers it by its piece, else its entry, else its label', () => {
    expect(readCustomerLine(line({ pieceRef: 'FA  220126' }))?.number).toBe('FA 220126');
    expect(readCustomerLine(line({ pieceRef: '-' }))).toMatchObject({ number: '17', hasPiece: false });
    expect(readCustomerLine(line({ pieceRef: '', entryNumber: '0' }))?.number).toBe('Facture F2024-17');
    expect(readCustomerLine(line({ pieceRef: '', entryNumber: '0', label: '' }))?.number).toBe('VE 2024-03-05');
  });

  it.each(['-', '', '0000000', 'RAN', 'A nouveau', '/', 'n/a'])('knows that "%s" names no document', (text) => {
    expect(isPieceReference(text)).toBe(false);
  });
  it.each(['F1', '0000012', 'AN-12', '2024/3', 'CHQ 12'])('knows that "%s" names a document', (text) => {
    expect(isPieceReference(text)).toBe(true);
  });

  it('keeps 411 and 416, and neither 413, 418 nor 419', () => {
    expect(['411', '411DUPONT', '4161', '413', '418100', '419000', '401411'].filter(isCustomerAccount)).toEqual([
      '411',
      '411DUPONT',
      '4161',
    ]);
  });
});

describe('the identity of a line', () => {
  it('does not hang on label, lettering, row or side of the sign', () => {
    const one = lineIdentity(line());
    expect(lineIdentity(line({ row: 99, label: 'autre', lettering: 'A', letteredOn: day('2024-12-31') }))).toBe(one);
    expect(lineIdentity(line({ debitCents: cents(0), creditCents: cents(-12_000) }))).toBe(one);
  });
  it.each([
    { entryNumber: '18' },
    { journalCode: 'VT' },
    { entryOn: day('2024-03-06') },
    { account: '411001' },
    { auxiliary: 'C2' },
    { pieceRef: 'F2024-18' },
    { debitCents: cents(12_001) },
  ])('changes with %j', (over) => {
    expect(lineIdentity(line(over))).not.toBe(lineIdentity(line()));
  });
});

describe('an estimated due date', () => {
  const estimate = dueEstimator(null);
  it('is thirty days after the document where nothing was agreed', () => {
    expect(estimate(day('2024-01-31'))).toBe('2024-03-01');
  });
  it('follows the customer, else the company', () => {
    expect(estimate(day('2024-01-10'), '45 jours fin de mois')).toBe('2024-02-29');
    expect(dueEstimator('60 jours')(day('2024-01-01'))).toBe('2024-03-01');
    expect(dueEstimator('60 jours')(day('2024-01-01'), 'à discuter')).toBe('2024-03-01');
  });
});
