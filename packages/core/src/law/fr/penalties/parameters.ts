// Parameters of late-payment penalties in French law, effective-dated. Defaults; an organization may hold its own edited copy.
import { type Cents, cents, type Day, day, ok, type Rate, type Result, rate, refuse } from '../../../kernel/index.ts';
import { type EffectiveDated, inForce } from '../../effective-dated.ts';

/** Everything about penalties that a text may change, except the half-year rates. */
export type PenaltyParameters = Readonly<{
  /** Points above the ECB rate between professionals, nothing else agreed. */
  businessMargin: readonly EffectiveDated<Rate>[];
  /** Points above the ECB rate for public buyers. */
  publicMargin: readonly EffectiveDated<Rate>[];
  /** An agreed rate is at least this many times the legal rate. */
  floorMultiple: readonly EffectiveDated<number>[];
  /** Points added to the legal rate when a judgment stays unpaid. */
  judgmentIncrease: readonly EffectiveDated<Rate>[];
  /** Fixed compensation for recovery costs, between professionals. */
  businessFixedFee: readonly EffectiveDated<Cents>[];
  /** The same for public buyers. */
  publicFixedFee: readonly EffectiveDated<Cents>[];
}>;

const VERIFIED_ON = day('2026-11-21');

const since = <T>(from: string, value: T, article: string, confidence: 'official' | 'secondary' | 'reported') => [
  { value, validFrom: day(from), validTo: null, article, confidence, verifiedOn: VERIFIED_ON },
];

/**
 * The shipped parameters: ECB + 10 points and a floor of 3 × the legal rate (art. L441-10 II C. com.), ECB + 8 points (art. R2192-31 CCP),
 * + 5 points two months after a judgment became enforceable (art. L313-3 CMF), 40 € (art. D441-5 C. com., D2192-35 CCP).
 */
export const FRENCH_PENALTY_PARAMETERS: PenaltyParameters = {
  businessMargin: since('2009-01-01', rate(1000), 'L441-10 II C. com.', 'secondary'),
  publicMargin: since('2013-05-01', rate(800), 'R2192-31 CCP', 'official'),
  floorMultiple: since('2009-01-01', 3, 'L441-10 II C. com.', 'secondary'),
  judgmentIncrease: since('1975-07-15', rate(500), 'L313-3 CMF', 'secondary'),
  businessFixedFee: since('2013-01-01', cents(4000), 'D441-5 C. com.', 'reported'),
  publicFixedFee: since('2013-05-01', cents(4000), 'D2192-35 CCP', 'official'),
};

/** Months after which an enforceable decision that is not paid adds points to the legal rate (art. L313-3 CMF). */
export const JUDGMENT_GRACE_MONTHS = 2;

/** Days a year of interest counts. Practice, leap years included; no text fixes 365 or 366. */
export const DAYS_OF_A_YEAR = 365;

/** A list of parameters has no entry for a day on which one is needed. */
export type ParameterMissing = Readonly<{ code: 'parameter_missing'; parameter: keyof PenaltyParameters; on: Day }>;

/** The parameter in force on a day, or `parameter_missing`. */
export function parameterOn<K extends keyof PenaltyParameters>(
  parameters: PenaltyParameters,
  parameter: K,
  on: Day,
): Result<PenaltyParameters[K][number]['value'], ParameterMissing> {
  const entries: readonly PenaltyParameters[K][number][] = parameters[parameter];
  const entry = inForce(entries, on);
  return entry ? ok(entry.value) : refuse({ code: 'parameter_missing', parameter, on });
}
