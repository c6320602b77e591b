// What a company's settings say to its list of customers.
import type { Day } from '@quittance/core/kernel';
import type { CustomerScope } from '@quittance/db/customers';
import type { CompanySettings } from './settings.ts';

/** Where and when the list is looked at. */
export const customerScope = (settings: CompanySettings, on: Day): CustomerScope => ({
  companyId: settings.companyId,
  currency: settings.currency,
  on,
  defaultScenario: settings.policy.scenario,
  scenarioBySegment: settings.policy.scenarioBySegment,
});
