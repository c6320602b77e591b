// Moments of the demo's past: a context whose clock stands on a day, at an hour of the office, with somebody at work.
import { instantAt } from '@quittance/core/calendar';
import type { CompanyId, Day } from '@quittance/core/kernel';
import type { Context } from '../../context/index.ts';
import type { DeliveryPorts } from '../../delivery/index.ts';
import type { LetterRenderer, PrintBatchBuilder } from '../../ports/index.ts';
import { clockAt } from '../../ports/index.ts';
import type { DemoPortfolio } from '../portfolio.ts';

/** What playing a past takes from outside. */
export type HistoryPorts = Readonly<{ delivery: DeliveryPorts; printer: PrintBatchBuilder; letters: LetterRenderer }>;

/** The stage: whose past, seen from which day, by which colleagues (`user:<id>`). */
export type Stage = Readonly<{
  context: Context;
  companyId: CompanyId;
  portfolio: DemoPortfolio;
  ports: HistoryPorts;
  team: readonly string[];
}>;

const ZONE = 'Europe/Paris';

/** The stage's context on a day of its past, `who` being a place in the team. */
export function contextOn({ context, team }: Stage, on: Day, { who = 0, hour = 10 } = {}): Context {
  const actor = team[who % Math.max(1, team.length)] ?? context.actor;
  return { ...context, actor, clock: clockAt(new Date(instantAt(on, hour, ZONE))) };
}
