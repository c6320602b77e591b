// Dashboard: how collection is doing, each figure with the numbers it is made of, against a week before and over twelve months.
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  bucketKey,
  centsValue,
  channelValue,
  currencyValue,
  customerFilterKeys,
  dayValue,
  filterChoices,
  idValue,
} from '../../values/index.ts';
import { agedAmounts, freshnessView } from './aged-balance.ts';

const figure = z.number().nullable();

/** Sums of a day. Outstanding = open − unapplied. */
const point = z.strictObject({
  openCents: centsValue,
  overdueCents: centsValue,
  unappliedCents: centsValue,
});

/** The figures, the numbers behind them, and for each null its reason in `notes`. */
const indicators = z.strictObject({
  dsoSimpleDays: figure,
  dsoCountbackDays: figure,
  bestPossibleDsoDays: figure,
  averageDaysDelinquent: figure,
  collectionEffectivenessPct: figure,
  overdueRatioPct: figure,
  /** Days of sales, VAT included, that the ratios divide by. */
  days: z.int(),
  salesCents: centsValue,
  /** Open and not late. */
  currentCents: centsValue,
  /** Balance on the evening before the period; null where the ledger does not go back that far. */
  openingCents: centsValue.nullable(),
  notes: z.record(z.string(), z.string()),
});

const trendPoint = z.strictObject({
  on: dayValue,
  outstandingCents: centsValue,
  overdueCents: centsValue,
  overdueRatioPct: figure,
  dsoSimpleDays: figure,
  dsoCountbackDays: figure,
});

/** Money and messages of thirty days ending on the day, against the thirty before. */
const activity = z.strictObject({
  from: dayValue,
  collectedCents: centsValue,
  collectedBeforeCents: centsValue,
  collectedWeekCents: centsValue,
  sent: z.array(z.strictObject({ channel: channelValue, count: z.int(), test: z.int() })),
  /** Payments applied to what a message of the thirty days before them had listed. */
  afterReminders: z.strictObject({ cents: centsValue, receivables: z.int() }),
});

/** A late customer, with why it worries. */
const risk = z.strictObject({
  customerId: idValue<CustomerId>(),
  ref: z.string(),
  name: z.string(),
  overdueCents: centsValue,
  totalCents: centsValue,
  /** Of the oldest late receivable; null where it was settled since the day asked. */
  daysLate: z.int().nullable(),
  level: z.int(),
  brokenPromiseOn: dayValue.nullable(),
  doubtful: z.boolean(),
});

/** Everything the screen shows. */
export const dashboardView = z.strictObject({
  on: dayValue,
  weekBeforeOn: dayValue,
  currency: currencyValue,
  buckets: z.array(bucketKey),
  bounds: z.array(z.int()),
  totals: z.strictObject(agedAmounts),
  customers: z.int(),
  overdueCustomers: z.int(),
  newlyLateCents: centsValue,
  now: point,
  before: point,
  indicators,
  indicatorsBefore: indicators,
  trend: z.array(trendPoint),
  activity,
  risks: z.array(risk),
  concentration: z.array(z.strictObject({ count: z.int(), pct: figure })),
  freshness: freshnessView,
  /** Failed and uncertain messages; customers who owe and an address of whom bounced. */
  waiting: z.strictObject({ failed: z.int(), uncertain: z.int(), contacts: z.int() }),
  choices: filterChoices,
});

export type DashboardView = z.output<typeof dashboardView>;

export const dashboard = {
  get: route({
    method: 'GET',
    path: '/api/v1/dashboard',
    permission: 'ledger.read',
    summary: 'How collection is doing as of a day, against a week before and over twelve months.',
    query: z.strictObject({ ...customerFilterKeys, on: dayValue.optional() }),
    output: dashboardView,
    refusals: [],
  }),
};
