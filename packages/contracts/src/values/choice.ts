// Choice: which rows of a list a bulk deed is about: named one by one, or all that the filters find but some.
import { z } from 'zod';
import { idValue } from './scalars.ts';

/** Rows named one by one at most. */
export const MAX_CHOSEN = 5_000;

/** `{ids}`, or `{all, filters, except}` where `filters` are the list's own, as they stand in the address bar. */
export const choiceOf = <Id extends number, F extends z.ZodType>(filters: F) => {
  const id = idValue<Id>();
  return z.union([
    z.strictObject({ ids: z.array(id).min(1).max(MAX_CHOSEN) }),
    z.strictObject({ all: z.literal(true), filters, except: z.array(id).max(MAX_CHOSEN).default([]) }),
  ]);
};
