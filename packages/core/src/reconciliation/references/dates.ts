// Dates and amounts in a text: figures that name a day, a month or money, never an invoice.
import type { TextSpan } from '../decision.ts';

const DATE =
  /(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d{2}|(?:19|20)\d{2}([/.-])(?:0[1-9]|1[0-2])(?:\2\d{2})?)(?!\d)/g;

const AMOUNT = /(?<![\d,])(?:\d{1,3}(?:[ .]\d{3})+|\d+),\d{2}(?!\d)/g;

const spansOf = (text: string, pattern: RegExp): TextSpan[] =>
  [...text.matchAll(pattern)].map((found) => ({ from: found.index, to: found.index + found[0].length }));

/** Where amounts stand in a text: 1200,00 and 1 200,00. */
export const amountsIn = (text: string): TextSpan[] => spansOf(text, AMOUNT);

/** Where dates stand in a text: 15/02/2026, 15.2.26, 02/2026, 2026-02-15. */
export const datesIn = (text: string): TextSpan[] => spansOf(text, DATE);
