// Freshness (R8): until when the books and the bank that were brought in are recent enough to chase on.
import { addWorkedDays } from '../calendar/index.ts';
import type { Day } from '../kernel/index.ts';
import type { CompanyFacts } from './facts.ts';

/** Last day on which reminders may be planned on the data there is; null = no limit is set; `never` = nothing was ever brought in. */
export function freshUntil({ policy, calendar, lastSourceOn }: CompanyFacts): Day | 'never' | null {
  if (policy.freshnessWorkedDays === null) return null;
  return lastSourceOn === null ? 'never' : addWorkedDays(lastSourceOn, policy.freshnessWorkedDays, calendar);
}
