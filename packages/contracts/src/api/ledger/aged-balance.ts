// Aged balance: who owes what, since when, as of any day, tied to the customer accounts of the books.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { file, route } from '../../route/index.ts';
import {
  BUCKETS,
  bucketValue,
  centsValue,
  currencyValue,
  dayValue,
  idValue,
  instantValue,
  pageKeys,
  pageOf,
  searchKey,
  sortKey,
} from '../../values/index.ts';

const bucketCents = z.strictObject(
  Object.fromEntries(BUCKETS.map((key) => [key, centsValue])) as Record<(typeof BUCKETS)[number], typeof centsValue>,
);

const sums = { cents: bucketCents, unappliedCents: centsValue, totalCents: centsValue };

/** One customer's line; total = Σ buckets − unapplied. */
export const agedBalanceRow = z.strictObject({
  customerId: idValue<CustomerId>(),
  ref: z.string(),
  name: z.string(),
  ...sums,
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
});

/** Facts dated on or before the day asked, but entered after it: why a past balance may differ from its print. */
export const enteredLater = z.strictObject({ facts: z.int(), cents: centsValue, lastAt: instantValue });

export type AgedBalanceRow = z.output<typeof agedBalanceRow>;
export type LedgerTie = z.output<typeof ledgerTie>;

export const agedBalance = {
  get: route({
    method: 'GET',
    path: '/api/v1/aged-balance',
    permission: 'ledger.read',
    summary: 'The aged balance by customer, as of a day (today unless said).',
    query: z.strictObject({
      ...pageKeys,
      ...searchKey,
      ...sortKey('-overdue', 'name', 'ref', 'total', ...BUCKETS),
      on: dayValue.optional(),
    }),
    output: z.strictObject({
      on: dayValue,
      currency: currencyValue,
      buckets: z.array(bucketValue),
      ...pageOf(agedBalanceRow),
      /** Of all customers found, not of this page. */
      totals: z.strictObject(sums),
      tie: ledgerTie.nullable(),
      enteredLater: enteredLater.nullable(),
    }),
    refusals: [],
  }),
  export: route({
    method: 'GET',
    path: '/api/v1/aged-balance/export',
    permission: 'ledger.export',
    summary: 'The whole aged balance as CSV or XLSX.',
    query: z.strictObject({ ...searchKey, on: dayValue.optional(), format: z.enum(['csv', 'xlsx']) }),
    output: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    refusals: ['too_large_to_export'],
  }),
};
