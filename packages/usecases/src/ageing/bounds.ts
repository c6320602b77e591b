// Bounds: the company's own cut of the aged balance by days late.
import { type Buckets, bucketsOf, DEFAULT_BUCKETS } from '@quittance/core/ageing';

/** Buckets of bounds that were checked where they entered; those shipped where stored ones make no sense. */
export const bucketsFor = (bounds: readonly number[]): Buckets => {
  const cut = bucketsOf(bounds);
  return cut.ok ? cut.value : DEFAULT_BUCKETS;
};
