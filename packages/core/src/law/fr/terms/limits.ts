// Limits: the longest payment terms French law allows, by kind of buyer and sector, effective-dated.
import { day } from '../../../kernel/index.ts';
import type { Confidence, EffectiveDated } from '../../effective-dated.ts';

/** Sectors with a limit of their own (art. L441-11 C. com.). Everything else is `general`. */
export type TermsSector = 'general' | 'transport' | 'perishable_food' | 'live_cattle' | 'alcohol' | 'wine';

/** Public buyers by their limit (art. R2192-10 and R2192-11 CCP). */
export type PublicBuyer = 'authority' | 'health' | 'undertaking';

/** Names of the rules; the catalogues explain them. */
export type TermsRule =
  | 'days_60'
  | 'end_of_month_45'
  | 'periodic_45'
  | 'nothing_agreed_30'
  | 'transport_30'
  | 'perishable_30'
  | 'perishable_periodic_30'
  | 'live_cattle_20'
  | 'alcohol_30_end_of_month'
  | 'wine_45_end_of_month'
  | 'wine_60'
  | 'public_authority_30'
  | 'public_health_50'
  | 'public_undertaking_60';

/** How a limit is counted: days, from what, and where the period ends before or after them. */
export type TermsLimit = Readonly<{
  days: number;
  from: 'issue' | 'delivery' | 'receipt';
  /** `before`: the period ends, then days run; `either`: the later of both orders, both being accepted. */
  periodEnd: 'none' | 'month_before' | 'month_either' | 'ten_days_before';
}>;

/** One rule of the table. */
export type TermsLimitEntry = EffectiveDated<TermsLimit> & Readonly<{ rule: TermsRule }>;

const VERIFIED_ON = day('2026-11-21');
const IN_FORCE_SINCE = '2019-04-26';
const PUBLIC_SINCE = '2019-04-01';

type Shape = readonly [rule: TermsRule, days: number, from: TermsLimit['from'], periodEnd: TermsLimit['periodEnd']];

const entry = ([rule, days, from, periodEnd]: Shape, article: string, confidence: Confidence): TermsLimitEntry => ({
  rule,
  value: { days, from, periodEnd },
  validFrom: day(rule.startsWith('public') ? PUBLIC_SINCE : IN_FORCE_SINCE),
  validTo: null,
  article,
  confidence,
  verifiedOn: VERIFIED_ON,
});

/**
 * The shipped limits, in the wording in force since 26 April 2019 (ordonnance 2019-359) and, for public buyers, 1 April 2019.
 * Export purchases (L441-12), seasonal sectors by decree and branch agreements are not in it.
 */
export const FRENCH_TERMS_LIMITS: readonly TermsLimitEntry[] = [
  entry(['days_60', 60, 'issue', 'none'], 'L441-10 I C. com.', 'secondary'),
  entry(['end_of_month_45', 45, 'issue', 'month_either'], 'L441-10 I C. com.', 'official'),
  entry(['periodic_45', 45, 'issue', 'none'], 'L441-10 I C. com., 289 I-3 CGI', 'secondary'),
  entry(['nothing_agreed_30', 30, 'delivery', 'none'], 'L441-10 I C. com.', 'secondary'),
  entry(['transport_30', 30, 'issue', 'none'], 'L441-11 II C. com.', 'secondary'),
  entry(['perishable_30', 30, 'delivery', 'none'], 'L441-11 II 1° C. com.', 'secondary'),
  entry(['perishable_periodic_30', 30, 'delivery', 'ten_days_before'], 'L441-11 II 1° C. com.', 'secondary'),
  entry(['live_cattle_20', 20, 'delivery', 'none'], 'L441-11 II C. com.', 'reported'),
  entry(['alcohol_30_end_of_month', 30, 'delivery', 'month_before'], 'L441-11 II C. com.', 'reported'),
  entry(['wine_45_end_of_month', 45, 'issue', 'month_either'], 'L441-11 II C. com.', 'reported'),
  entry(['wine_60', 60, 'issue', 'none'], 'L441-11 II C. com.', 'reported'),
  entry(['public_authority_30', 30, 'receipt', 'none'], 'R2192-10 CCP', 'official'),
  entry(['public_health_50', 50, 'receipt', 'none'], 'R2192-11 1° CCP', 'official'),
  entry(['public_undertaking_60', 60, 'receipt', 'none'], 'R2192-11 2° CCP', 'official'),
];
