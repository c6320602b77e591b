// Front door of ageing: the aged balance and what the indicators need, as of any day.
export * from './as-of.ts';
export * from './customer-filter.ts';
export * from './dashboard/cash.ts';
export * from './dashboard/day-sums.ts';
export * from './dashboard/fact-marks.ts';
export * from './dashboard/risks.ts';
export * from './dashboard/waiting.ts';
export * from './entered-later.ts';
export * from './held.ts';
export * from './last-books.ts';
export * from './read.ts';
export * from './sales.ts';
