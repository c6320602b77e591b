// Simulate: what would leave day after day if everything planned were sent and nothing were paid.
import { addCents, addDays, type Cents, type Currency, type Day, ZERO } from '../../kernel/index.ts';
import type { CompanyFacts, CustomerFacts } from '../facts.ts';
import { type Run, startRun } from '../ladder/run.ts';
import type { PlannedAction } from '../plan.ts';
import { planWithin } from '../plan-customer.ts';
import type { Channel } from '../scenario.ts';
import { applyActions } from './apply-plan.ts';
import { wakeOn } from './wake.ts';

/** What leaves on a day by one step, on one channel, in one currency. */
export type SimulatedLine = Readonly<{
  scenario: string;
  step: string;
  rank: number;
  channel: Channel;
  currency: Currency;
  count: number;
  totalCents: Cents;
}>;

/** A day of the simulation; `lines` by scenario, rank, channel and currency. */
export type SimulatedDay = Readonly<{ on: Day; lines: readonly SimulatedLine[] }>;

const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byPlace = (a: SimulatedLine, b: SimulatedLine): number =>
  text(a.scenario, b.scenario) || a.rank - b.rank || text(a.channel, b.channel) || text(a.currency, b.currency);

function countLines(actions: readonly PlannedAction[]): readonly SimulatedLine[] {
  const lines = new Map<string, SimulatedLine>();
  for (const { scenario, step, rank, channel, currency, totalCents } of actions) {
    const key = [scenario, rank, step, channel, currency].join(' ');
    const known = lines.get(key) ?? { scenario, step, rank, channel, currency, count: 0, totalCents: ZERO };
    lines.set(key, { ...known, count: known.count + 1, totalCents: addCents(known.totalCents, totalCents) });
  }
  return [...lines.values()].sort(byPlace);
}

/** The books are taken to be kept up to date: the freshness limit would stop everything after a few simulated days. */
const alwaysFresh = (company: CompanyFacts): CompanyFacts => ({
  ...company,
  policy: { ...company.policy, freshnessWorkedDays: null },
});

/** A customer on the way through the simulation; planned again on its wake day only. */
type Walker = { facts: CustomerFacts; wake: Day };

/** What one customer is sent on the day; the walker moves on. */
function step(run: Run, walker: Walker): readonly PlannedAction[] {
  if (walker.wake > run.on) return [];
  const plan = planWithin(run, walker.facts);
  walker.wake = wakeOn(run, walker.facts, plan);
  if (plan.actions.length > 0) walker.facts = applyActions(run.on, walker.facts, plan.actions);
  return plan.actions;
}

/** From the first day to the last, both included; empty when `to` is before `from`. Every day is there, also those without lines. */
export function simulateReminders(
  period: Readonly<{ from: Day; to: Day }>,
  company: CompanyFacts,
  customers: readonly CustomerFacts[],
): readonly SimulatedDay[] {
  const walkers = customers.map((facts): Walker => ({ facts, wake: period.from }));
  const days: SimulatedDay[] = [];
  for (let on = period.from; on <= period.to; on = addDays(on, 1)) {
    const run = startRun(on, alwaysFresh(company));
    const actions = run.isWorked ? walkers.flatMap((walker) => step(run, walker)) : [];
    days.push({ on, lines: countLines(actions) });
  }
  return days;
}
