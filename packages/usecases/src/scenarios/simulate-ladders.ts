// Simulate ladders: what would leave over the coming days on the real portfolio, by the ladders in force and by an edited one beside them.
import {
  type CustomerFacts,
  countedDays,
  countWalk,
  openCount,
  openPeriod,
  type SimulatedDay,
  type Walk,
  walkCustomer,
} from '@quittance/core/dunning';
import { addDays, type CompanyId, type Day } from '@quittance/core/kernel';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { type DunningFacts, loadFacts } from '../reminders/index.ts';
import { type EditedLadder, scenarioOf } from './edited-ladder.ts';
import { closeTally, openTally, type SimulationDetail, tallyWalk } from './simulation-detail.ts';

/** `code` keeps to the customers on one ladder; `edited` is that ladder as it would be. */
export type SimulationAsked = Readonly<{
  companyId: CompanyId;
  from: Day;
  days: number;
  code?: string;
  edited?: Pick<EditedLadder, 'steps'>;
}>;

/** Day by day, by the ladders in force, and by the edited one where there is one; the detail is of what would be in force. */
export type Simulation = SimulationDetail &
  Readonly<{
    from: Day;
    to: Day;
    customers: number;
    /** Customers whose data cannot be planned. */
    failed: number;
    now: readonly SimulatedDay[];
    edited: readonly SimulatedDay[] | null;
  }>;

/** Who looks on while it is computed: told how many customers are walked, asked whether anybody still waits. */
export type SimulationWatch = Readonly<{
  tell: (progress: Readonly<{ done: number; total: number }>) => void;
  isLeft: () => boolean;
}>;

/** Milliseconds between two breaths: other requests are served in between. */
const BREATH_MS = 20;
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Thrown on the way and caught at the end of it: nobody waits any more. */
class Left extends Error {}

/** Takes a breath when it is time for one, and counts customers as they come. */
function openPace(watch: SimulationWatch | undefined, total: number): () => Promise<void> {
  let [done, breath] = [0, performance.now()];
  watch?.tell({ done, total });
  return async () => {
    done += 1;
    if (performance.now() - breath < BREATH_MS) return;
    watch?.tell({ done, total });
    await breathe();
    if (watch?.isLeft()) throw new Left();
    breath = performance.now();
  };
}

/** Walks everybody; `null` where a customer's facts are broken. */
async function walkAll(
  facts: DunningFacts,
  days: Readonly<{ from: Day; to: Day }>,
  watch: Readonly<{ take: (customer: CustomerFacts, walk: Walk | null) => void; pace: () => Promise<void> }>,
): Promise<readonly SimulatedDay[]> {
  const period = openPeriod(days, facts.company);
  const count = openCount(period);
  for (const customer of facts.customers) {
    await watch.pace();
    let walk: Walk | null = null;
    try {
      walk = walkCustomer(period, customer);
    } catch {
      // broken facts are the only thing the planner throws on: this customer is counted apart (situation 29)
    }
    if (walk) countWalk(count, walk);
    watch.take(customer, walk);
  }
  return countedDays(count);
}

async function simulate(context: Context, asked: SimulationAsked, watch?: SimulationWatch): Promise<Simulation> {
  const { companyId, from, code } = asked;
  const loaded = await readOrganization(context, async (tx) =>
    loadFacts(tx, await getSettings(tx, companyId), { on: from }),
  );
  const customers = code ? loaded.customers.filter(({ scenario }) => scenario.code === code) : loaded.customers;
  const days = { from, to: addDays(from, asked.days - 1) };
  const tally = openTally();
  let failed = 0;
  const count = (customer: CustomerFacts, walk: Walk | null) => {
    if (walk) tallyWalk(tally, customer, walk);
    else failed += 1;
  };
  const { edited } = asked;
  const draft = edited && code ? scenarioOf(code, edited) : null;
  const pace = openPace(watch, draft ? 2 * customers.length : customers.length);
  const now = await walkAll({ ...loaded, customers }, days, { take: draft ? () => {} : count, pace });
  const redrawn = draft ? customers.map((customer) => ({ ...customer, scenario: draft })) : [];
  const then = draft ? await walkAll({ ...loaded, customers: redrawn }, days, { take: count, pace }) : null;
  return { ...days, customers: customers.length, failed, now, edited: then, ...closeTally(tally) };
}

/**
 * Stores nothing. Nobody pays, everything is approved and leaves on its day, the books are kept up to date.
 * Null where `watch` says that nobody waits any more.
 */
export const simulateLadders = (
  context: Context,
  asked: SimulationAsked,
  watch?: SimulationWatch,
): Promise<Simulation | null> =>
  simulate(context, asked, watch).catch((error: unknown) => {
    if (error instanceof Left) return null;
    throw error;
  });
