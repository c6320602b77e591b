// Calendar: which days are worked, for one company.
import type { Day } from '../kernel/index.ts';

/** What decides the worked days of a company. Weekends and French public holidays are never worked. */
export type Calendar = Readonly<{
  /** Good Friday and 26 December are holidays too (art. L3134-13 C. trav.). */
  alsaceMoselle: boolean;
  /** Days the company closes besides, for example its summer break. */
  closedDays: readonly Day[];
}>;
