// Rates of the half-years: lookups over a given table, the shipped one or an organization's edited copy. Nothing is extrapolated.
import { type Day, ok, type Rate, type Result, rate, refuse } from '../../../kernel/index.ts';
import type { Confidence } from '../../effective-dated.ts';
import type { HalfYear } from './half-year.ts';

/** One published value, where it was found and how well it is established. */
export type SourcedRate = Readonly<{ rate: Rate; source: string; confidence: Confidence }>;

/** The three rates of one half-year. */
export type HalfYearRates = Readonly<{
  halfYear: HalfYear;
  /** ECB main refinancing operations rate in force on the first day of the half-year. */
  ecbMro: SourcedRate;
  /** Legal interest rate where the creditor is a natural person not acting for a trade (art. L313-2 CMF). */
  legalIndividual: SourcedRate;
  /** Legal interest rate in all other cases: the one a business is owed, whoever its debtor (art. L313-2 CMF). */
  legalOther: SourcedRate;
  /** Day the row was last compared with its sources. */
  verifiedOn: Day;
}>;

/** The table has no row for a half-year that is needed. A person adds it; it is never guessed from its neighbours. */
export type RateMissing = Readonly<{ code: 'rate_missing'; halfYear: HalfYear }>;

/** The row of a half-year, or `rate_missing`. */
export function ratesOf(table: readonly HalfYearRates[], halfYear: HalfYear): Result<HalfYearRates, RateMissing> {
  const row = table.find((candidate) => candidate.halfYear === halfYear);
  return row ? ok(row) : refuse({ code: 'rate_missing', halfYear });
}

/** The least an agreed penalty rate may be: a multiple (3) of the legal rate "other cases" (art. L441-10 II C. com.). */
export const agreedRateFloor = (row: HalfYearRates, multiple: number): Rate => rate(row.legalOther.rate * multiple);
