// Scalars of the API: days, instants, cents, ids. Read as plain JSON, typed as core types them.
import type { Cents, Day } from '@quittance/core/kernel';
import { z } from 'zod';

/** A calendar day `YYYY-MM-DD` that exists. */
export const dayValue = z.iso.date() as unknown as z.ZodType<Day, string>;

/** An instant, ISO 8601 in UTC: `2026-03-31T08:15:00.000Z`. */
export const instantValue = z.iso.datetime();

/** Whole minor units of the currency beside it; may be negative where a sign has a meaning. */
export const centsValue = z.int() as unknown as z.ZodType<Cents, number>;

/** Whole minor units, zero or more. */
export const positiveCentsValue = z.int().min(0) as unknown as z.ZodType<Cents, number>;

/** ISO 4217 alphabetic code. */
export const currencyValue = z.string().regex(/^[A-Z]{3}$/);

/** Language of users and debtors. */
export const languageValue = z.enum(['fr', 'en']);

/** An id given by the database, branded as core does. */
export const idValue = <Id extends number = number>(): z.ZodType<Id, number> =>
  z.int().positive() as unknown as z.ZodType<Id, number>;

/** The same id in a path or a query, where it arrives as text. */
export const idParam = <Id extends number = number>(): z.ZodType<Id, number> =>
  z.coerce.number<number>().int().positive() as unknown as z.ZodType<Id, number>;

/** Short free text, trimmed. */
export const shortText = z.string().trim().max(200);

/** A note written by a person, trimmed. */
export const noteText = z.string().trim().max(4000);
