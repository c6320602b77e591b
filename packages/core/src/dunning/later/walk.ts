// Walk: one customer through the days of a period, as if everything planned were sent and nothing were paid.
import { addDays, type Day } from '../../kernel/index.ts';
import type { CompanyFacts, CustomerFacts } from '../facts.ts';
import { type Run, startRun } from '../ladder/run.ts';
import type { PlannedAction, PlannedHold } from '../plan.ts';
import { planWithin } from '../plan-customer.ts';
import { applyActions } from './apply-plan.ts';
import { wakeOn } from './wake.ts';

/** The days of a simulation, made ready once for all customers. */
export type Period = readonly Run[];

/** What is done for a customer on a day of the simulation. */
export type WalkedAction = Readonly<{ on: Day; action: PlannedAction }>;

/** One customer's way through a period. */
export type Walk = Readonly<{
  actions: readonly WalkedAction[];
  /** Why receivables that no action of the period lists got nothing, as last planned. */
  holds: readonly PlannedHold[];
}>;

/** The books are taken to be kept up to date: the freshness limit would stop everything after a few simulated days. */
const alwaysFresh = (company: CompanyFacts): CompanyFacts => ({
  ...company,
  policy: { ...company.policy, freshnessWorkedDays: null },
});

/** From the first day to the last, both included; empty when `to` is before `from`. */
export function openPeriod(days: Readonly<{ from: Day; to: Day }>, company: CompanyFacts): Period {
  const fresh = alwaysFresh(company);
  const runs: Run[] = [];
  for (let on = days.from; on <= days.to; on = addDays(on, 1)) {
    const run = startRun(on, fresh);
    const [first] = runs;
    // One calendar, one set of ladders: what was found out for one day serves all
    runs.push(first ? { ...run, days: first.days, ladderOf: first.ladderOf } : run);
  }
  return runs;
}

/** Walks one customer; planned again only on days that may change something. Throws only on facts that break their types. */
export function walkCustomer(period: Period, customer: CustomerFacts): Walk {
  const actions: WalkedAction[] = [];
  let facts = customer;
  let wake = period[0]?.on;
  let holds: readonly PlannedHold[] = [];
  for (const run of period) {
    if (!run.isWorked || wake === undefined || wake > run.on) continue;
    const plan = planWithin(run, facts);
    holds = plan.holds;
    wake = wakeOn(run, facts, plan);
    for (const action of plan.actions) actions.push({ on: run.on, action });
    if (plan.actions.length > 0) facts = applyActions(run.on, facts, plan.actions);
  }
  const listed = new Set(actions.flatMap(({ action }) => action.items.map((item) => item.receivableId)));
  return { actions, holds: holds.filter((hold) => !listed.has(hold.receivableId)) };
}
