// Agreed rate: whether the penalty rate of a contract or of general terms may be written.
import { ok, type Rate, type Result, refuse } from '../../../kernel/index.ts';
import { firstDayOf, type HalfYear } from '../rates/half-year.ts';
import { agreedRateFloor, ratesOf } from '../rates/rates.ts';
import { parameterOn } from './parameters.ts';
import type { RateRefusal, RateSources } from './yearly-rate.ts';

/** The rate is under the floor of its half-year. */
export type BelowFloor = Readonly<{ code: 'agreed_rate_below_floor'; halfYear: HalfYear; rate: Rate; floor: Rate }>;

/**
 * The agreed rate when it reaches 3 × the legal rate "other cases" of the half-year (art. L441-10 II C. com.), else a refusal with the floor.
 * The default rate needs no such check: the floor bounds what is agreed.
 */
export function checkAgreedRate(
  agreed: Rate,
  halfYear: HalfYear,
  sources: RateSources,
): Result<Rate, BelowFloor | RateRefusal> {
  const row = ratesOf(sources.rates, halfYear);
  if (!row.ok) return row;
  const multiple = parameterOn(sources.parameters, 'floorMultiple', firstDayOf(halfYear));
  if (!multiple.ok) return multiple;
  const floor = agreedRateFloor(row.value, multiple.value);
  return agreed < floor ? refuse({ code: 'agreed_rate_below_floor', halfYear, rate: agreed, floor }) : ok(agreed);
}
