// Ratios: the indicators that are one sum over another, from facts other rooms may or may not have.
import type { Cents } from '../kernel/index.ts';
import { type Figure, figure, noFigure, percentageIfKnown } from './figure.ts';

/** Sums over the period, or on its last day where said. Null = not known here, and the figure says so. */
export type RatioFacts = Readonly<{
  /** Contested parts of open receivables, on the day. */
  disputedCents: Cents | null;
  /** Written off in the period, VAT included. */
  writtenOffCents: Cents | null;
  /** Receivables whose due date fell in the period, and what of them had been paid by the day. */
  fellDueCents: Cents | null;
  collectedOfDueCents: Cents | null;
  /** Receivables settled in the period, and those among them settled after their due date: counts. */
  settledCount: number | null;
  settledLateCount: number | null;
  /** Promises whose date fell in the period, and those kept: counts. */
  promisesCount: number | null;
  promisesKeptCount: number | null;
  /** Spent on collection in the period, and all cash collected in it. */
  collectionCostCents: Cents | null;
  collectedCents: Cents | null;
  /** Allowance on the day, and the doubtful receivables it covers, excluding VAT. */
  allowanceCents: Cents | null;
  doubtfulNetCents: Cents | null;
  /** Days of inventory and of payables, given by the company. */
  inventoryDays: number | null;
  payableDays: number | null;
}>;

/** No fact known: every ratio is null with its reason. */
export const NO_RATIO_FACTS: RatioFacts = {
  disputedCents: null,
  writtenOffCents: null,
  fellDueCents: null,
  collectedOfDueCents: null,
  settledCount: null,
  settledLateCount: null,
  promisesCount: null,
  promisesKeptCount: null,
  collectionCostCents: null,
  collectedCents: null,
  allowanceCents: null,
  doubtfulNetCents: null,
  inventoryDays: null,
  payableDays: null,
};

type Known = RatioFacts & Readonly<{ openCents: Cents; salesCents: Cents; dsoDays: number | null }>;

/** Names of the ratios. */
export type RatioName =
  | 'disputeRatePct'
  | 'badDebtRatePct'
  | 'recoveryRatePct'
  | 'lateRatePct'
  | 'promisesKeptPct'
  | 'collectionCostPct'
  | 'provisionCoveragePct'
  | 'cashConversionCycleDays';

function cashConversionCycle(facts: Known): Figure {
  if (facts.inventoryDays === null || facts.payableDays === null) return noFigure('facts_missing');
  return facts.dsoDays === null
    ? noFigure('depends_on_missing')
    : figure(facts.inventoryDays + facts.dsoDays - facts.payableDays);
}

/** How each ratio is computed; the same formulas in words are in `KPI_FORMULAS`. */
export const RATIOS: Readonly<Record<RatioName, (facts: Known) => Figure>> = {
  disputeRatePct: (f) => percentageIfKnown(f.disputedCents, f.openCents, 'nothing_outstanding'),
  badDebtRatePct: (f) => percentageIfKnown(f.writtenOffCents, f.salesCents, 'no_sales'),
  recoveryRatePct: (f) => percentageIfKnown(f.collectedOfDueCents, f.fellDueCents, 'nothing_fell_due'),
  lateRatePct: (f) => percentageIfKnown(f.settledLateCount, f.settledCount, 'no_cases'),
  promisesKeptPct: (f) => percentageIfKnown(f.promisesKeptCount, f.promisesCount, 'no_cases'),
  collectionCostPct: (f) => percentageIfKnown(f.collectionCostCents, f.collectedCents, 'no_cases'),
  provisionCoveragePct: (f) => percentageIfKnown(f.allowanceCents, f.doubtfulNetCents, 'no_cases'),
  cashConversionCycleDays: cashConversionCycle,
};
