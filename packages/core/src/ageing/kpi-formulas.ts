// Formulas: what each indicator divides by what, in symbols the catalogues put into words, and which way is better.
import type { KpiFigureName } from './kpis.ts';

/** What is shown on hover, and how a trend is judged. */
export type KpiFormula = Readonly<{ formula: string; unit: 'days' | 'percent'; better: 'lower' | 'higher' }>;

const days = (formula: string): KpiFormula => ({ formula, unit: 'days', better: 'lower' });
const percent = (formula: string, better: KpiFormula['better'] = 'lower'): KpiFormula => ({
  formula,
  unit: 'percent',
  better,
});

/** The formula of every figure. Names in them are those of the facts. */
export const KPI_FORMULAS: Readonly<Record<KpiFigureName, KpiFormula>> = {
  dsoSimpleDays: days('outstanding / sales * days'),
  dsoCountbackDays: days('days of the latest sales that add up to outstanding, the last month pro rata'),
  bestPossibleDsoDays: days('not_overdue / sales * days'),
  averageDaysDelinquent: days('dso_simple - best_possible_dso'),
  collectionEffectivenessPct: percent(
    '(opening + sales - outstanding) / (opening + sales - not_overdue) * 100',
    'higher',
  ),
  overdueRatioPct: percent('overdue / open * 100'),
  weightedAgeDays: days('sum(open * days_since_issue) / sum(open)'),
  weightedLateDays: days('sum(overdue * days_late) / sum(overdue)'),
  disputeRatePct: percent('disputed / open * 100'),
  badDebtRatePct: percent('written_off / sales * 100'),
  recoveryRatePct: percent('collected_of_due / fell_due * 100', 'higher'),
  lateRatePct: percent('settled_late / settled * 100'),
  promisesKeptPct: percent('promises_kept / promises * 100', 'higher'),
  collectionCostPct: percent('collection_cost / collected * 100'),
  provisionCoveragePct: percent('allowance / doubtful_net * 100', 'higher'),
  cashConversionCycleDays: days('inventory_days + dso_simple - payable_days'),
};
