// Buckets on a screen: their titles whatever the bounds, and the due days an address filters by.
import { addDays, type Day } from '@quittance/core/kernel';
import { useWords } from '../i18n/index.ts';

const NOT_DUE = 'not_due';

/** Days late a key stands for: `d31_60`, `d91_plus`; null for what is not due. */
function lateOf(key: string): Readonly<{ from: number; to: number | null }> | null {
  const read = /^d(\d+)_(\d+|plus)$/.exec(key);
  if (!read) return null;
  return { from: Number(read[1]), to: read[2] === 'plus' ? null : Number(read[2]) };
}

/** Due days of a bucket seen on a day, as the list of invoices filters by. */
export function dueDaysOf(key: string, on: string): Readonly<{ dueFrom?: string; dueTo?: string }> {
  const day = on as Day;
  const late = lateOf(key);
  if (key === NOT_DUE || !late) return { dueFrom: day };
  const dueTo = addDays(day, -late.from);
  return late.to === null ? { dueTo } : { dueFrom: addDays(day, -late.to), dueTo };
}

/** Title of a bucket: "31 à 60 j". */
export function useBucketTitle(): (key: string) => string {
  const { t } = useWords();
  return (key) => {
    const late = lateOf(key);
    if (!late) return t('bucket.not_due');
    return late.to === null
      ? t('bucketOf.more', { after: late.from - 1 })
      : t('bucketOf.range', { from: late.from, to: late.to });
  };
}
