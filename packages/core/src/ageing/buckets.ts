// Buckets: how many days late a receivable is, and in which range that falls. The bounds are the company's to choose.
import { type Day, daysBetween, ok, type Result, refuse } from '../kernel/index.ts';

/** A range of days late; `not_due` has neither bound, the last one no upper bound. */
export type Bucket = Readonly<{ key: string; fromDays: number | null; toDays: number | null }>;

/** In order: not due, then later and later. At least two. */
export type Buckets = readonly Bucket[];

/** Bounds must be whole days, at least 1, each greater than the one before. */
export type BucketRefusal = Readonly<{ code: 'bucket_bounds_invalid'; bounds: readonly number[] }>;

/** Key of what is not due. */
export const NOT_DUE = 'not_due';

const isRising = (bounds: readonly number[]): boolean =>
  bounds.length > 0 && bounds.every((bound, i) => Number.isInteger(bound) && bound > (bounds[i - 1] ?? 0));

const cut = (bounds: readonly number[]): Buckets => {
  const late = bounds.map((bound, i): Bucket => {
    const from = (bounds[i - 1] ?? 0) + 1;
    return { key: `d${from}_${bound}`, fromDays: from, toDays: bound };
  });
  const last = (bounds.at(-1) ?? 0) + 1;
  return [
    { key: NOT_DUE, fromDays: null, toDays: null },
    ...late,
    { key: `d${last}_plus`, fromDays: last, toDays: null },
  ];
};

/** Buckets cut after the given days late: 30, 60, 90 gives not_due d1_30 d31_60 d61_90 d91_plus. */
export const bucketsOf = (bounds: readonly number[]): Result<Buckets, BucketRefusal> =>
  isRising(bounds) ? ok(cut(bounds)) : refuse({ code: 'bucket_bounds_invalid', bounds });

/** The default: not due, 1-30, 31-60, 61-90, 91 days late and more. */
export const DEFAULT_BUCKETS: Buckets = cut([30, 60, 90]);

/** Days late on a day: 0 on the due date and before, 1 on the day after. */
export const daysLate = (dueOn: Day, on: Day): number => Math.max(0, daysBetween(dueOn, on));

/** The bucket of a receivable due on `dueOn`, seen on `on`. */
export function bucketOf(dueOn: Day, on: Day, buckets: Buckets): Bucket {
  const late = daysLate(dueOn, on);
  let found = buckets[0] as Bucket;
  for (const bucket of buckets) if (bucket.fromDays !== null && late >= bucket.fromDays) found = bucket;
  return found;
}

/** Bounds at most: more columns than that are no table any more. */
const MOST_BOUNDS = 8;
/** Ten years. */
const LATEST_BOUND = 3_650;

/** Reads bounds as people write them: `30,60,90`, `30/60/90` or `0 30 60 90` (a leading zero is the due date itself). Refuses what does not rise. */
export function readBounds(text: string): Result<readonly number[], BucketRefusal> {
  const words = text.split(/[\s,;/]+/).filter((word) => word !== '');
  const numbers = words.map((word) => (/^\d{1,5}$/.test(word) ? Number(word) : Number.NaN));
  const bounds = numbers[0] === 0 ? numbers.slice(1) : numbers;
  const isRead = isRising(bounds) && bounds.length <= MOST_BOUNDS && (bounds.at(-1) ?? 0) <= LATEST_BOUND;
  return isRead ? ok(bounds) : refuse({ code: 'bucket_bounds_invalid', bounds });
}
