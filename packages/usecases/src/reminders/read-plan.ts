// Read the plan: the plan of a company on a day for screens, computed once for each state of the journal and day.
// Every write leaves a line of journal, so its last number tells whether anything changed since.
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import { type CustomerTags, type HoldRow, listCustomerTags, listHoldsInForce } from '@quittance/db/dunning';
import { findJournalSeq } from '@quittance/db/journal';
import { type ActionRow, listActions } from '@quittance/db/outbox';
import { type Context, readOrganization } from '../context/index.ts';
import { type DayPlan, planDay } from './plan-day.ts';

/** A plan with what is recorded already for it. */
export type PlanForScreen = DayPlan &
  Readonly<{
    recorded: readonly ActionRow[];
    tags: ReadonlyMap<CustomerId, CustomerTags>;
    /** Holds in force on the day, as recorded. */
    heldBy: readonly HoldRow[];
  }>;

type Entry = Readonly<{ seq: number; plan: PlanForScreen }>;

/** Plans kept in memory; the oldest asked-for goes first. */
const MOST_PLANS = 16;
/** Recorded holds looked through at most. */
const MOST_HOLDS = 20_000;

/** Keeps the last plans of one process. */
export class PlanShelf {
  readonly #entries = new Map<string, Entry>();

  /** The plan of the day on the facts of this moment. */
  async read(context: Context, scope: Readonly<{ companyId: CompanyId; on: Day }>): Promise<PlanForScreen> {
    const portfolio = context.portfolio ? JSON.stringify(context.portfolio) : '';
    const key = `${context.orgId} ${scope.companyId} ${scope.on} ${portfolio}`;
    return readOrganization(context, async (tx) => {
      const seq = await findJournalSeq(tx);
      const kept = this.#entries.get(key);
      if (kept?.seq === seq) return kept.plan;
      const day = await planDay(tx, scope);
      const recorded = await listActions(tx, {
        companyId: scope.companyId,
        states: ['planned', 'approved', 'queued'],
        upTo: scope.on,
      });
      const tags = await listCustomerTags(tx, scope.companyId);
      const holds = await listHoldsInForce(tx, { ...scope, limit: MOST_HOLDS, offset: 0 });
      const plan = {
        ...day,
        recorded,
        tags: new Map(tags.map((each) => [each.customerId, each])),
        heldBy: holds.items,
      };
      this.#entries.delete(key);
      this.#entries.set(key, { seq, plan });
      for (const oldest of this.#entries.keys()) if (this.#entries.size > MOST_PLANS) this.#entries.delete(oldest);
      return plan;
    });
  }
}
