// Simulate: what would leave day after day if everything planned were sent and nothing were paid.
import { addCents, type Cents, type Currency, type Day, ZERO } from '../../kernel/index.ts';
import type { CompanyFacts, CustomerFacts } from '../facts.ts';
import type { PlannedAction } from '../plan.ts';
import type { Channel } from '../scenario.ts';
import { openPeriod, type Period, type Walk, walkCustomer } from './walk.ts';

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

/** What was counted so far, day by day. Only `countWalk` writes to it. */
export type SimulationCount = ReadonlyMap<Day, Map<string, SimulatedLine>>;

const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byPlace = (a: SimulatedLine, b: SimulatedLine): number =>
  text(a.scenario, b.scenario) || a.rank - b.rank || text(a.channel, b.channel) || text(a.currency, b.currency);

function countAction(lines: Map<string, SimulatedLine>, action: PlannedAction): void {
  const { scenario, step, rank, channel, currency, totalCents } = action;
  const key = [scenario, rank, step, channel, currency].join(' ');
  const known = lines.get(key) ?? { scenario, step, rank, channel, currency, count: 0, totalCents: ZERO };
  lines.set(key, { ...known, count: known.count + 1, totalCents: addCents(known.totalCents, totalCents) });
}

/** Nothing counted yet, for each day of the period. */
export const openCount = (period: Period): SimulationCount => new Map(period.map((run) => [run.on, new Map()]));

/** Adds one customer's walk. */
export function countWalk(count: SimulationCount, walk: Walk): void {
  for (const { on, action } of walk.actions) {
    const lines = count.get(on);
    if (lines) countAction(lines, action);
  }
}

/** What was counted, every day of the period, also those without lines. */
export const countedDays = (count: SimulationCount): readonly SimulatedDay[] =>
  [...count].map(([on, lines]) => ({ on, lines: [...lines.values()].sort(byPlace) }));

/** From the first day to the last, both included; empty when `to` is before `from`. Every day is there, also those without lines. */
export function simulateReminders(
  days: Readonly<{ from: Day; to: Day }>,
  company: CompanyFacts,
  customers: readonly CustomerFacts[],
): readonly SimulatedDay[] {
  const period = openPeriod(days, company);
  const count = openCount(period);
  for (const customer of customers) countWalk(count, walkCustomer(period, customer));
  return countedDays(count);
}
