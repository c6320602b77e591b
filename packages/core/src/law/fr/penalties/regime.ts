// Regimes: which law fixes the interest on a late invoice. The kind of debtor and what was agreed decide.
import type { Day, Rate } from '../../../kernel/index.ts';
import type { CustomerKind } from '../../../parties/index.ts';

/** What fixes the rate, and from when interest runs. */
export type PenaltyRegime =
  /** Between professionals, nothing agreed: ECB + 10 points, taken again each half-year; from the day after the due date (L441-10 II C. com.). */
  | Readonly<{ kind: 'business_default' }>
  /** Between professionals, the rate of the contract or the general terms (L441-10 II C. com.). */
  | Readonly<{ kind: 'business_agreed'; rate: Rate }>
  /** Public buyers: ECB + 8 points, frozen at the half-year in which interest began to run (L2192-13, R2192-31, R2192-32 CCP). */
  | Readonly<{ kind: 'public' }>
  /**
   * Consumers: the legal rate "other cases", only once a formal notice was given (1231-6, 1344-1 C. civ.);
   * + 5 points when a decision has been enforceable for two months (L313-3 CMF).
   */
  | Readonly<{ kind: 'consumer'; formalNoticeOn: Day | null; enforceableOn: Day | null }>;

/** What is known of a debtor and its contract that chooses the regime. */
export type RegimeFacts = Readonly<{
  kind: CustomerKind;
  /** Rate of the contract or of the general terms, professionals only; null = nothing agreed. */
  agreedRate: Rate | null;
  /** Day of the formal notice, and day from which a decision is enforceable; they count for consumers only. */
  formalNoticeOn: Day | null;
  enforceableOn: Day | null;
}>;

/** The regime of a debtor: public buyers and consumers have their own law, whatever was agreed; a professional's rate may be agreed. */
export function regimeOf({ kind, agreedRate, formalNoticeOn, enforceableOn }: RegimeFacts): PenaltyRegime {
  if (kind === 'public') return { kind };
  if (kind === 'consumer') return { kind, formalNoticeOn, enforceableOn };
  return agreedRate === null ? { kind: 'business_default' } : { kind: 'business_agreed', rate: agreedRate };
}

/** What a statement of penalties rests on, for the screen and the letter. */
export type PenaltyBasis = Readonly<{
  regime: PenaltyRegime['kind'];
  /** What the rate is made of. */
  rateRule: 'ecb_plus_margin' | 'agreed' | 'ecb_plus_margin_frozen' | 'legal_other' | 'no_formal_notice';
  articles: readonly string[];
  daysOfAYear: number;
}>;

const ARTICLES: Readonly<Record<PenaltyRegime['kind'], readonly string[]>> = {
  business_default: ['L441-10 II C. com.', 'D441-5 C. com.'],
  business_agreed: ['L441-10 II C. com.', 'D441-5 C. com.'],
  public: ['L2192-13 CCP', 'R2192-31 CCP', 'R2192-32 CCP', 'D2192-35 CCP'],
  consumer: ['1231-6 C. civ.', '1344-1 C. civ.', 'L313-2 CMF', 'L313-3 CMF'],
};

const rateRule = (regime: PenaltyRegime): PenaltyBasis['rateRule'] => {
  if (regime.kind === 'business_default') return 'ecb_plus_margin';
  if (regime.kind === 'business_agreed') return 'agreed';
  if (regime.kind === 'public') return 'ecb_plus_margin_frozen';
  return regime.formalNoticeOn === null ? 'no_formal_notice' : 'legal_other';
};

/** The rule, its articles and the day count of a regime. */
export const basisOf = (regime: PenaltyRegime, daysOfAYear: number): PenaltyBasis => ({
  regime: regime.kind,
  rateRule: rateRule(regime),
  articles: ARTICLES[regime.kind],
  daysOfAYear,
});
