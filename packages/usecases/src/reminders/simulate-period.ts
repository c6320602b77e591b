// Simulate a period: what the ladders would do day after day on the real portfolio, if everything left and nothing were paid.
import { type Scenario, type SimulatedDay, simulateReminders } from '@quittance/core/dunning';
import { type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { listScenarios } from '@quittance/db/dunning';
import { getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { loadFacts } from './load-facts.ts';

/** `scenario` puts every customer on that ladder, to compare. */
export type SimulatedPeriod = Readonly<{ companyId: CompanyId; from: Day; to: Day; scenario?: string }>;

/** Day by day counts and amounts; stores nothing. */
export const simulatePeriod = (
  context: Context,
  { companyId, from, to, scenario }: SimulatedPeriod,
): Promise<Result<readonly SimulatedDay[], { code: 'scenario_missing'; scenario: string }>> =>
  readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, companyId);
    const facts = await loadFacts(tx, settings, { on: from });
    const rows = await listScenarios(tx, companyId);
    const forced: Scenario | undefined = scenario ? rows.find((row) => row.code === scenario) : undefined;
    if (scenario && !forced) return refuse({ code: 'scenario_missing', scenario });
    const customers = forced ? facts.customers.map((customer) => ({ ...customer, scenario: forced })) : facts.customers;
    return ok(simulateReminders({ from, to }, facts.company, customers));
  });
