// Yearly rate: which rate a regime gives from which day to which, and what a person should be told about it.
import {
  addDays,
  addMonths,
  type Day,
  maxDay,
  minDay,
  ok,
  type Rate,
  type Result,
  rate,
} from '../../../kernel/index.ts';
import type { Confidence } from '../../effective-dated.ts';
import { firstDayOf, type HalfYear, halfYearOf, lastDayOf } from '../rates/half-year.ts';
import { agreedRateFloor, type HalfYearRates, type RateMissing, ratesOf, type SourcedRate } from '../rates/rates.ts';
import { JUDGMENT_GRACE_MONTHS, type ParameterMissing, type PenaltyParameters, parameterOn } from './parameters.ts';
import type { PenaltyRegime } from './regime.ts';

/** Why interest cannot be computed: a value of the tables is absent. */
export type RateRefusal = RateMissing | ParameterMissing;

/** Something true and worth showing that changes no figure. */
export type PenaltyNotice =
  /** The default rate lies under 3 × the legal rate (both halves of 2024): the floor binds agreed rates only, so nothing is raised. */
  | Readonly<{ code: 'default_rate_below_floor'; halfYear: HalfYear; rate: Rate; floor: Rate }>
  /** The agreed rate is lower than the law allows (L441-10 II C. com.). */
  | Readonly<{ code: 'agreed_rate_below_floor'; halfYear: HalfYear; rate: Rate; floor: Rate }>
  /** The legal rate of the half-year is not in the table, so the floor of the agreed rate could not be checked. */
  | Readonly<{ code: 'floor_unknown'; halfYear: HalfYear }>
  /** A rate used is not established by an official or published source. */
  | Readonly<{ code: 'rate_unconfirmed'; halfYear: HalfYear; confidence: Confidence; source: string }>;

/** One rate and the days it applies to, both included. */
export type RateSpan = Readonly<{ from: Day; to: Day; rate: Rate; notices: readonly PenaltyNotice[] }>;

/** What the rates are looked up in. */
export type RateSources = Readonly<{ rates: readonly HalfYearRates[]; parameters: PenaltyParameters }>;

const doubts = (halfYear: HalfYear, used: SourcedRate): readonly PenaltyNotice[] =>
  used.confidence === 'official' || used.confidence === 'secondary'
    ? []
    : [{ code: 'rate_unconfirmed', halfYear, confidence: used.confidence, source: used.source }];

const floorOf = (row: HalfYearRates, sources: RateSources): Rate | null => {
  const multiple = parameterOn(sources.parameters, 'floorMultiple', firstDayOf(row.halfYear));
  return multiple.ok ? agreedRateFloor(row, multiple.value) : null;
};

type Found = Result<Readonly<{ rate: Rate; notices: readonly PenaltyNotice[] }>, RateRefusal>;

/** ECB rate of the half-year + the margin of the regime. */
function ecbPlus(margin: 'businessMargin' | 'publicMargin', halfYear: HalfYear, sources: RateSources): Found {
  const row = ratesOf(sources.rates, halfYear);
  if (!row.ok) return row;
  const points = parameterOn(sources.parameters, margin, firstDayOf(halfYear));
  if (!points.ok) return points;
  const total = rate(row.value.ecbMro.rate + points.value);
  const notices = [...doubts(halfYear, row.value.ecbMro)];
  const floor = margin === 'businessMargin' ? floorOf(row.value, sources) : null;
  if (floor !== null && total < floor) notices.push({ code: 'default_rate_below_floor', halfYear, rate: total, floor });
  return ok({ rate: total, notices });
}

function agreed(value: Rate, halfYear: HalfYear, sources: RateSources): Found {
  const row = ratesOf(sources.rates, halfYear);
  if (!row.ok) return ok({ rate: value, notices: [{ code: 'floor_unknown', halfYear }] });
  const floor = floorOf(row.value, sources);
  const isBelow = floor !== null && value < floor;
  return ok({
    rate: value,
    notices: isBelow ? [{ code: 'agreed_rate_below_floor', halfYear, rate: value, floor }] : [],
  });
}

function legalOther(increased: boolean, halfYear: HalfYear, sources: RateSources): Found {
  const row = ratesOf(sources.rates, halfYear);
  if (!row.ok) return row;
  const used = row.value.legalOther;
  const increase = increased ? parameterOn(sources.parameters, 'judgmentIncrease', firstDayOf(halfYear)) : ok(rate(0));
  if (!increase.ok) return increase;
  return ok({ rate: rate(used.rate + increase.value), notices: doubts(halfYear, used) });
}

/** First day at the increased legal rate: the one after two months from the day the decision became enforceable (L313-3 CMF). */
const increasedFrom = (regime: PenaltyRegime): Day | null =>
  regime.kind === 'consumer' && regime.enforceableOn !== null
    ? addDays(addMonths(regime.enforceableOn, JUDGMENT_GRACE_MONTHS), 1)
    : null;

function rateOn(regime: PenaltyRegime, on: Day, startedOn: Day, sources: RateSources): Found {
  const halfYear = halfYearOf(on);
  if (regime.kind === 'business_default') return ecbPlus('businessMargin', halfYear, sources);
  if (regime.kind === 'business_agreed') return agreed(regime.rate, halfYear, sources);
  if (regime.kind === 'public') return ecbPlus('publicMargin', halfYearOf(startedOn), sources);
  const raisedOn = increasedFrom(regime);
  return legalOther(raisedOn !== null && on >= raisedOn, halfYear, sources);
}

/** Last day, not after `to`, with the same rate as `from` by the rule of the regime. */
function lastWithSameRate(regime: PenaltyRegime, from: Day, to: Day): Day {
  if (regime.kind === 'public') return to;
  const raisedOn = increasedFrom(regime);
  const end = minDay(lastDayOf(halfYearOf(from)), to);
  return raisedOn !== null && from < raisedOn ? minDay(end, maxDay(from, addDays(raisedOn, -1))) : end;
}

/**
 * The rates of a regime from a day to a day, in order, without a gap. Interest began to run on `startedOn`.
 * Refuses with `rate_missing` when a half-year needed is not in the table: a rate is never carried over.
 */
export function rateSpans(
  regime: PenaltyRegime,
  days: Readonly<{ from: Day; to: Day; startedOn: Day }>,
  sources: RateSources,
): Result<readonly RateSpan[], RateRefusal> {
  const spans: RateSpan[] = [];
  for (let from = days.from; from <= days.to; ) {
    const found = rateOn(regime, from, days.startedOn, sources);
    if (!found.ok) return found;
    const to = lastWithSameRate(regime, from, days.to);
    spans.push({ from, to, ...found.value });
    from = addDays(to, 1);
  }
  return ok(spans);
}
