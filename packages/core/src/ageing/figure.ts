// Figure: an indicator that is a number with one decimal, or null with the reason why it cannot be computed.

/** Why a figure is null. The catalogues turn it into a sentence. */
export type FigureReason =
  | 'no_sales'
  | 'sales_history_too_short'
  | 'opening_balance_unknown'
  | 'nothing_to_collect'
  | 'nothing_outstanding'
  | 'nothing_overdue'
  | 'nothing_fell_due'
  | 'depends_on_missing'
  | 'facts_missing'
  | 'no_cases';

/** A number rounded to one decimal, or the reason there is none. */
export type Figure = Readonly<{ value: number }> | Readonly<{ value: null; reason: FigureReason }>;

const TENTHS = 10;
const PERCENT = 100;

/** Rounds to one decimal, half away from zero. Indicators only: amounts are never rounded this way. */
export const figure = (exact: number): Figure => {
  const tenths = (Math.sign(exact) * Math.round(Math.abs(exact) * TENTHS)) / TENTHS;
  return { value: tenths === 0 ? 0 : tenths };
};

/** No figure, and why. */
export const noFigure = (reason: FigureReason): Figure => ({ value: null, reason });

/** part ÷ whole in percent, or the reason when the whole is not positive. */
export const percentage = (part: number, whole: number, reason: FigureReason): Figure =>
  whole > 0 ? figure((part / whole) * PERCENT) : noFigure(reason);

/** The same of facts that may be unknown. */
export const percentageIfKnown = (part: number | null, whole: number | null, reason: FigureReason): Figure =>
  part === null || whole === null ? noFigure('facts_missing') : percentage(part, whole, reason);
