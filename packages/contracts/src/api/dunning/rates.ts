// Legal rates: what late penalties are computed from, by half-year, each with its source and its doubt.
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { dayValue, instantValue, shortText } from '../../values/index.ts';

const percent = z.number().min(0).max(100).multipleOf(0.01);

const figures = {
  /** European Central Bank, main refinancing operations, on the first day of the half-year. */
  ecbMroPct: percent,
  /** Legal interest where the creditor is an individual. */
  legalIndividualPct: percent,
  /** Legal interest for everybody else. */
  legalOtherPct: percent,
  source: shortText.min(1),
  doubtful: z.boolean(),
};

const halfYear = z.string().regex(/^\d{4}S[12]$/);

/** The rates of one half-year, `2026S1`. */
export const halfYearRates = z.strictObject({
  halfYear,
  ...figures,
  /** Shipped with the product, or edited here. */
  origin: z.enum(['shipped', 'edited']),
  editedBy: z.string().nullable(),
  editedAt: instantValue.nullable(),
});

export type HalfYearRates = z.output<typeof halfYearRates>;

export const rates = {
  list: route({
    method: 'GET',
    path: '/api/v1/rates',
    permission: 'rate.read',
    summary: 'Legal rates by half-year, newest first, and the half-years that are missing.',
    output: z.strictObject({
      items: z.array(halfYearRates),
      /** Missing up to today. */
      missing: z.array(halfYear),
      /** The next half-year, where its rates are not known yet, and its first day. */
      coming: z.strictObject({ halfYear, from: dayValue }).nullable(),
    }),
    refusals: [],
  }),
  update: route({
    method: 'PUT',
    path: '/api/v1/rates/:halfYear',
    permission: 'rate.write',
    summary: 'Enter or correct the rates of a half-year, with their source.',
    params: z.strictObject({ halfYear }),
    body: z.strictObject(figures),
    output: halfYearRates,
    refusals: [],
  }),
};
