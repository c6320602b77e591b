// Late penalties: interest on one invoice by segments of equal principal and rate, and the fixed fee. The invoice itself never changes.
import {
  addDays,
  type Cents,
  cents,
  type Day,
  daysBetween,
  divideCents,
  maxDay,
  minDay,
  ok,
  type Rate,
  type Result,
  sumCents,
  ZERO,
} from '../../../kernel/index.ts';
import { DAYS_OF_A_YEAR, parameterOn } from './parameters.ts';
import { type CreditNoteEffect, type PenaltyTerm, type PrincipalSpan, principalSpans } from './principal.ts';
import { basisOf, type PenaltyBasis, type PenaltyRegime } from './regime.ts';
import { type PenaltyNotice, type RateRefusal, type RateSources, type RateSpan, rateSpans } from './yearly-rate.ts';

/** One invoice: its due terms, the law that applies, and the last day to count. */
export type PenaltyFacts = Readonly<{
  terms: readonly PenaltyTerm[];
  regime: PenaltyRegime;
  /** Last day that bears interest, normally today or the day asked for. Later facts are ignored. */
  untilOn: Day;
  creditNotes: CreditNoteEffect;
  /** Day of the judgment opening insolvency proceedings of the debtor, or null. */
  insolvencyOn: Day | null;
}>;

/** Interest on one amount at one rate over whole days, both ends included. */
export type PenaltySegment = Readonly<{
  /** Index of the due term in the facts. */
  term: number;
  from: Day;
  to: Day;
  days: number;
  rate: Rate;
  principalCents: Cents;
  interestCents: Cents;
}>;

/** What is owed besides the principal. Σ segments = interestCents; interestCents + fixedFeeCents = totalCents. */
export type PenaltyStatement = Readonly<{
  segments: readonly PenaltySegment[];
  interestCents: Cents;
  fixedFeeCents: Cents;
  totalCents: Cents;
  basis: PenaltyBasis;
  notices: readonly PenaltyNotice[];
}>;

const HUNDREDTHS_OF_PERCENT = 10_000n;

/** principal × yearly rate × days / 365, rounded to the cent half away from zero, on whole numbers throughout. */
export const interestCents = (principal: Cents, yearly: Rate, days: number): Cents =>
  divideCents(BigInt(principal) * BigInt(yearly) * BigInt(days), HUNDREDTHS_OF_PERCENT * BigInt(DAYS_OF_A_YEAR));

const isBusinessOrPublic = (regime: PenaltyRegime): boolean => regime.kind !== 'consumer';

/** The first day that bears interest: after the due date, for a consumer after the formal notice too; null when none does. */
export function interestFrom(regime: PenaltyRegime, dueOn: Day): Day | null {
  if (regime.kind !== 'consumer') return addDays(dueOn, 1);
  return regime.formalNoticeOn === null ? null : addDays(maxDay(dueOn, regime.formalNoticeOn), 1);
}

/** The opening judgment stops interest from its own day (L622-28, R621-4 C. com.). Contracts of a year or more are not told apart. */
const lastInterestDay = (facts: PenaltyFacts): Day =>
  facts.insolvencyOn === null ? facts.untilOn : minDay(facts.untilOn, addDays(facts.insolvencyOn, -1));

const toSegment = (term: number, principal: PrincipalSpan, span: RateSpan): PenaltySegment => {
  const days = daysBetween(span.from, span.to) + 1;
  const interest = interestCents(principal.cents, span.rate, days);
  return {
    term,
    from: span.from,
    to: span.to,
    days,
    rate: span.rate,
    principalCents: principal.cents,
    interestCents: interest,
  };
};

type Computed = Readonly<{ segments: readonly PenaltySegment[]; notices: readonly PenaltyNotice[] }>;

function termSegments(facts: PenaltyFacts, index: number, sources: RateSources): Result<Computed, RateRefusal> {
  const term = facts.terms[index] as PenaltyTerm;
  const from = interestFrom(facts.regime, term.dueOn);
  const segments: PenaltySegment[] = [];
  const notices: PenaltyNotice[] = [];
  const spans =
    from === null
      ? []
      : principalSpans(term, { from, to: lastInterestDay(facts), knownOn: facts.untilOn }, facts.creditNotes);
  for (const principal of spans) {
    const rates = rateSpans(facts.regime, { ...principal, startedOn: from ?? principal.from }, sources);
    if (!rates.ok) return rates;
    for (const span of rates.value) {
      segments.push(toSegment(index, principal, span));
      notices.push(...span.notices);
    }
  }
  return ok({ segments, notices });
}

/** A term was late: something was still unpaid on the day after its due date, and insolvency did not already forbid paying it. */
const wasLate = (term: PenaltyTerm, facts: PenaltyFacts): boolean => {
  const dayAfter = addDays(term.dueOn, 1);
  const wasForbidden = facts.insolvencyOn !== null && facts.insolvencyOn <= term.dueOn;
  if (wasForbidden || dayAfter > facts.untilOn) return false;
  const window = { from: dayAfter, to: facts.untilOn, knownOn: facts.untilOn };
  return principalSpans(term, window, facts.creditNotes).length > 0;
};

/**
 * The fixed fee for recovery costs of one invoice: once whatever the number of its due terms, between professionals (D441-5 C. com.)
 * and from public buyers (D2192-35 CCP), never from consumers, nor where insolvency proceedings forbade paying at the due date.
 */
export function fixedFeeCents(facts: PenaltyFacts, sources: RateSources): Cents {
  if (!isBusinessOrPublic(facts.regime)) return ZERO;
  const late = facts.terms.filter((term) => wasLate(term, facts)).map((term) => term.dueOn);
  const first = late.sort()[0];
  if (first === undefined) return ZERO;
  const parameter = facts.regime.kind === 'public' ? 'publicFixedFee' : 'businessFixedFee';
  const fee = parameterOn(sources.parameters, parameter, addDays(first, 1));
  return fee.ok ? fee.value : ZERO;
}

const distinct = (notices: readonly PenaltyNotice[]): readonly PenaltyNotice[] => {
  const seen = new Map(notices.map((notice) => [`${notice.code} ${notice.halfYear}`, notice]));
  return [...seen.values()];
};

/**
 * Interest and fixed fee of one late invoice (art. L441-10 II and D441-5 C. com.; L2192-13, R2192-31 to D2192-35 CCP; 1231-6 C. civ.).
 * From the day after the due date to the day of payment, both included; each segment rounded by itself, so the lines add up.
 * Refuses with `rate_missing` when a half-year needed is not in the table given.
 */
export function latePenalties(facts: PenaltyFacts, sources: RateSources): Result<PenaltyStatement, RateRefusal> {
  const segments: PenaltySegment[] = [];
  const notices: PenaltyNotice[] = [];
  for (const index of facts.terms.keys()) {
    const computed = termSegments(facts, index, sources);
    if (!computed.ok) return computed;
    segments.push(...computed.value.segments);
    notices.push(...computed.value.notices);
  }
  const interest = sumCents(segments.map((segment) => segment.interestCents));
  const fee = fixedFeeCents(facts, sources);
  return ok({
    segments,
    interestCents: interest,
    fixedFeeCents: fee,
    totalCents: cents(interest + fee),
    basis: basisOf(facts.regime, DAYS_OF_A_YEAR),
    notices: distinct(notices),
  });
}
