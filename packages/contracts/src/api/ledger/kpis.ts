// Indicators: how collection is doing, as of a day over a period. What cannot be computed is null and says why.
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { centsValue, currencyValue, dayValue, instantValue } from '../../values/index.ts';

const days = z.number().nullable();

/** Figures and, for each null, the reason code in `notes`. */
export const kpisView = z.strictObject({
  on: dayValue,
  days: z.int(),
  currency: currencyValue,
  dsoSimpleDays: days,
  dsoCountbackDays: days,
  bestPossibleDsoDays: days,
  averageDaysDelinquent: days,
  collectionEffectivenessPct: z.number().nullable(),
  overdueRatioPct: z.number().nullable(),
  overdueCents: centsValue,
  outstandingCents: centsValue,
  unappliedCents: centsValue,
  customers: z.int(),
  overdueCustomers: z.int(),
  /** When the books were last brought in; null = never. */
  lastImportAt: instantValue.nullable(),
  notes: z.record(z.string(), z.string()),
});

export type KpisView = z.output<typeof kpisView>;

export const kpis = {
  get: route({
    method: 'GET',
    path: '/api/v1/kpis',
    permission: 'ledger.read',
    summary: 'Indicators as of a day, over the days before it.',
    query: z.strictObject({
      on: dayValue.optional(),
      days: z.coerce.number<number>().int().min(1).max(3660).default(365),
    }),
    output: kpisView,
    refusals: [],
  }),
};
