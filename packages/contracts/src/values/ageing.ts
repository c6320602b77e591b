// Ageing in the API: buckets of bounds that people choose, and which part of the customers is shown.
import { readBounds } from '@quittance/core/ageing';
import { z } from 'zod';
import { centsValue } from './scalars.ts';

/** A bucket's key: `not_due`, `d1_30`, `d91_plus`; the numbers are days late. */
export const bucketKey = z.string().regex(/^(not_due|d\d{1,4}_(\d{1,4}|plus))$/);

/** Amounts by bucket; a bucket left out holds nothing. */
export const centsByBucket = z.record(bucketKey, centsValue);

/** Bounds as they stand in an address: `30,60,90`. */
export const boundsText = z
  .string()
  .max(80)
  .refine((text) => readBounds(text).ok, { message: 'bounds must rise, at most 8 of them' });

/** Bounds as a list of days. */
export const boundsValue = z.array(z.int()).refine((bounds) => readBounds(bounds.join()).ok, {
  message: 'bounds must rise, at most 8 of them',
});

/** Stands for "none" in a filter: customers without a segment, or whom nobody follows. */
export const NONE = '-';

/** Filters by customer; left out: everybody. */
export const customerFilterKeys = {
  /** A segment, or `-` for customers without one. */
  segment: z.string().max(80).optional(),
  /** E-mail address of who follows the customer, or `-` for nobody. */
  owner: z.string().max(254).optional(),
};

/** What such filters may be set to; an owner who is no user has no name. */
export const filterChoices = z.strictObject({
  segments: z.array(z.string()),
  owners: z.array(z.strictObject({ email: z.string(), name: z.string().nullable() })),
});
