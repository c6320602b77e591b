// Effective-dated parameters: every rate, limit and fee of the law holds from a day to a day, from a source, checked on a day.
import type { Day } from '../kernel/index.ts';

/**
 * How well a value is established: `official` the text itself was read; `secondary` a publication quoting it;
 * `reported` open-source projects quoting it, official page not read; `unsourced` known but not found in a source.
 */
export type Confidence = 'official' | 'secondary' | 'reported' | 'unsourced';

/** A value of the law and the days it holds. Lists of them may be edited by an organization. */
export type EffectiveDated<T> = Readonly<{
  value: T;
  /** First day in force. */
  validFrom: Day;
  /** Last day in force, or null while in force. */
  validTo: Day | null;
  /** The article the value comes from. */
  article: string;
  confidence: Confidence;
  /** Day someone last compared it with its source. */
  verifiedOn: Day;
}>;

/** The entry in force on a day; the latest beginning wins where two overlap; undefined where none is in force. */
export function inForce<E extends EffectiveDated<unknown>>(entries: readonly E[], on: Day): E | undefined {
  let found: E | undefined;
  for (const entry of entries) {
    const covers = entry.validFrom <= on && (entry.validTo === null || on <= entry.validTo);
    if (covers && (!found || entry.validFrom > found.validFrom)) found = entry;
  }
  return found;
}
