// Simulate: what would leave day after day if everything planned were sent and nothing were paid.
import { addCents, addDays, type Cents, type Currency, type Day, ZERO } from '../../kernel/index.ts';
import type { CompanyFacts, CustomerFacts } from '../facts.ts';
import type { PlannedAction } from '../plan.ts';
import { planReminders } from '../plan-reminders.ts';
import type { Channel } from '../scenario.ts';
import { applyPlan } from './apply-plan.ts';

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

/** From the first day to the last, both included; empty when `to` is before `from`. Every day is there, also those without lines. */
export function simulateReminders(
  period: Readonly<{ from: Day; to: Day }>,
  company: CompanyFacts,
  customers: readonly CustomerFacts[],
): readonly SimulatedDay[] {
  const days: SimulatedDay[] = [];
  let facts = customers;
  for (let on = period.from; on <= period.to; on = addDays(on, 1)) {
    const { actions } = planReminders(on, company, facts);
    days.push({ on, lines: countLines(actions) });
    facts = applyPlan(on, facts, actions);
  }
  return days;
}
