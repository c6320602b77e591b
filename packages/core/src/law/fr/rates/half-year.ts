// Half-years: the periods for which the legal interest rate and the reference rate of late penalties are set.
import { type Day, dayOf, monthOf, yearOf } from '../../../kernel/index.ts';

/** "2026S1" is January to June, "2026S2" July to December. Sorts as text. */
export type HalfYear = `${number}S${1 | 2}`;

const JULY = 7;

/** The half-year in which a day lies. */
export const halfYearOf = (on: Day): HalfYear => `${yearOf(on)}S${monthOf(on) < JULY ? 1 : 2}`;

const yearIn = (halfYear: HalfYear): number => Number(halfYear.slice(0, halfYear.indexOf('S')));
const isFirst = (halfYear: HalfYear): boolean => halfYear.endsWith('S1');

/** 1 January or 1 July: the day whose reference rate applies to the half-year (art. L441-10 II C. com.). */
export const firstDayOf = (halfYear: HalfYear): Day => dayOf(yearIn(halfYear), isFirst(halfYear) ? 1 : JULY, 1);

/** 30 June or 31 December. */
export const lastDayOf = (halfYear: HalfYear): Day =>
  isFirst(halfYear) ? dayOf(yearIn(halfYear), 6, 30) : dayOf(yearIn(halfYear), 12, 31);
