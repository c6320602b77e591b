// Aged balance: who owes what, since when, as of any day, tied to the customer accounts of the books.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route } from '../../route/index.ts';
import {
  boundsText,
  boundsValue,
  bucketKey,
  centsByBucket,
  centsValue,
  currencyValue,
  customerFilterKeys,
  dayValue,
  filterChoices,
  idValue,
  instantValue,
  pageKeys,
  pageOf,
  searchKey,
} from '../../values/index.ts';

/** Amounts of a line: owed, disputed and otherwise on hold by bucket. total = Σ owed − unapplied. */
export const agedAmounts = {
  cents: centsByBucket,
  disputed: centsByBucket,
  held: centsByBucket,
  unappliedCents: centsValue,
  totalCents: centsValue,
};

/** One customer's line, or one group's: then `customerId` is null and `ref` the segment or the owner's address, empty for none. */
export const agedBalanceRow = z.strictObject({
  customerId: idValue<CustomerId>().nullable(),
  ref: z.string(),
  name: z.string(),
  /** Customers behind the line. */
  customers: z.int(),
  ...agedAmounts,
});

/** How the total compares with the 411 and 416 accounts of the last books brought in; null before any. */
export const ledgerTie = z.strictObject({
  /** Last day of those books. */
  booksOn: dayValue,
  accounts: z.array(z.strictObject({ account: z.string(), cents: centsValue })),
  ledgerCents: centsValue,
  /** The balance of Quittance on the same day. */
  quittanceCents: centsValue,
  /** Zero when they agree. */
  differenceCents: centsValue,
  /** Facts up to that day that came from elsewhere than books, and what they add to the balance; null where it agrees. */
  outside: z.strictObject({ facts: z.int(), cents: centsValue, lateFeeCents: centsValue }).nullable(),
});

/** Facts dated on or before the day asked, but entered after it: why a past balance may differ from its print. */
export const enteredLater = z.strictObject({ facts: z.int(), cents: centsValue, lastAt: instantValue });

/** When anything was last brought in, and the last day it speaks of; null = never. */
export const freshnessView = z.strictObject({ lastImportAt: instantValue.nullable(), coversToOn: dayValue.nullable() });

export type AgedBalanceRow = z.output<typeof agedBalanceRow>;
export type LedgerTie = z.output<typeof ledgerTie>;

const asked = {
  ...searchKey,
  ...customerFilterKeys,
  on: dayValue.optional(),
  by: z.enum(['customer', 'segment', 'owner']).default('customer'),
  /** Days late after which it is cut; the company's own unless told. */
  bounds: boundsText.optional(),
};

/** A column, descending with a leading `-`; a bucket's key sorts by it, one that these bounds do not give means `overdue`. */
const sort = z
  .string()
  .regex(/^-?(overdue|total|name|ref|unapplied|disputed|held|customers|not_due|d\d{1,4}_(\d{1,4}|plus))$/)
  .default('-overdue');

export const agedBalance = {
  get: route({
    method: 'GET',
    path: '/api/v1/aged-balance',
    permission: 'ledger.read',
    summary: 'The aged balance by customer, segment or owner, as of a day (today unless said).',
    query: z.strictObject({ ...pageKeys, ...asked, sort }),
    output: z.strictObject({
      on: dayValue,
      currency: currencyValue,
      buckets: z.array(bucketKey),
      bounds: z.array(z.int()),
      /** The bounds the company keeps. */
      ownBounds: z.array(z.int()),
      ...pageOf(agedBalanceRow),
      /** Of all customers found, not of this page. */
      totals: z.strictObject(agedAmounts),
      choices: filterChoices,
      tie: ledgerTie.nullable(),
      freshness: freshnessView,
      enteredLater: enteredLater.nullable(),
    }),
    refusals: [],
  }),
  export: route({
    method: 'GET',
    path: '/api/v1/aged-balance/export',
    permission: 'ledger.export',
    summary: 'The whole aged balance as CSV or XLSX.',
    query: z.strictObject({ ...asked, format: z.enum(['csv', 'xlsx']) }),
    output: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    refusals: ['too_large_to_export'],
  }),
  print: route({
    method: 'GET',
    path: '/api/v1/aged-balance/print.pdf',
    permission: 'ledger.export',
    summary: 'The whole aged balance as a PDF: A4 landscape, sums carried from page to page.',
    query: z.strictObject({ ...asked, sort }),
    output: file('application/pdf'),
    refusals: ['too_large_to_export'],
  }),
  setBounds: route({
    method: 'PUT',
    path: '/api/v1/aged-balance/bounds',
    permission: 'company.write',
    summary: 'The bounds everybody of the company sees unless they choose others.',
    body: z.strictObject({ bounds: boundsValue }),
    output: z.strictObject({ bounds: z.array(z.int()) }),
    refusals: [],
  }),
};
