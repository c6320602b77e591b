// Recommend: which shipped ladder suits a portfolio, from the share of what is late.
import type { KpisView } from '@quittance/contracts/api';

/** A ladder, why, and the share of what is owed that is late, in percent. */
export type Advice = Readonly<{
  code: 'standard' | 'trusted' | 'strict';
  because: 'late' | 'punctual' | 'usual' | 'unknown';
  pct: number;
}>;

/** From this share of what is owed being late, reminders begin at once. */
const MUCH = 40;
/** Below this one, there is time. */
const LITTLE = 10;

/** The standard ladder, unless the figures say otherwise. */
export function recommend({ overdueRatioPct }: Pick<KpisView, 'overdueRatioPct'>): Advice {
  if (overdueRatioPct === null) return { code: 'standard', because: 'unknown', pct: 0 };
  const pct = Math.round(overdueRatioPct);
  if (pct >= MUCH) return { code: 'strict', because: 'late', pct };
  return pct < LITTLE ? { code: 'trusted', because: 'punctual', pct } : { code: 'standard', because: 'usual', pct };
}
