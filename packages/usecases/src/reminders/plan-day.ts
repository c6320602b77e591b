// Plan a day: the plan of a company on a day, computed from fresh facts and stored nowhere. Preview, run and screens all start here.
import { type CompanyFacts, type CustomerFacts, type Plan, planCustomer, planReminders } from '@quittance/core/dunning';
import type { CompanyId, CustomerId, Day } from '@quittance/core/kernel';
import type { Tx } from '@quittance/db/tx';
import { type CompanySettings, getSettings } from '../companies/settings.ts';
import { type DunningFacts, loadFacts, type PlanFailure } from './load-facts.ts';

/** A plan with what it was made from. */
export type DayPlan = Readonly<{
  settings: CompanySettings;
  facts: DunningFacts;
  plan: Plan;
  failures: readonly PlanFailure[];
  customers: ReadonlyMap<CustomerId, CustomerFacts>;
}>;

/** Which company and day, and which customers where not all. `asIfLive` forgets every rehearsal. */
export type PlanScope = Readonly<{
  companyId: CompanyId;
  on: Day;
  customerIds?: readonly CustomerId[];
  asIfLive?: boolean;
}>;

/** Whether the planner can read the customer: broken facts are the only thing it throws on. */
const isPlannable = (on: Day, company: CompanyFacts, customer: CustomerFacts): boolean => {
  try {
    planCustomer(on, company, customer);
    return true;
  } catch {
    return false;
  }
};

/** The plan of all; where one customer's facts are broken, of all the others (situation 29). */
function planSound(on: Day, { company, customers }: DunningFacts): { plan: Plan; broken: readonly CustomerFacts[] } {
  try {
    return { plan: planReminders(on, company, customers), broken: [] };
  } catch {
    const sound = customers.filter((customer) => isPlannable(on, company, customer));
    const broken = customers.filter((customer) => !sound.includes(customer));
    return { plan: planReminders(on, company, sound), broken };
  }
}

const failureOf = ({ customerId, ref, name }: CustomerFacts): PlanFailure => ({
  customerId,
  customerRef: ref,
  customerName: name,
  code: 'facts_broken',
});

/** Reads the facts and plans. Same facts, same plan. */
export async function planDay(tx: Tx, { companyId, on, customerIds, asIfLive }: PlanScope): Promise<DayPlan> {
  const stored = await getSettings(tx, companyId);
  const settings = asIfLive ? { ...stored, testMode: false } : stored;
  const facts = await loadFacts(tx, settings, { on, ...(customerIds ? { customerIds } : {}) });
  const { plan, broken } = planSound(on, facts);
  const customers = new Map(facts.customers.map((customer) => [customer.customerId, customer]));
  return { settings, facts, plan, failures: [...facts.failures, ...broken.map(failureOf)], customers };
}

/** What makes an action unique on its day (R4); the same text names it over HTTP. */
export const keyOf = (
  action: Readonly<{ customerId: number; channel: string; rank: number; currency: string }>,
): string => `${action.customerId}.${action.channel}.${action.rank}.${action.currency}`;

/** The customer an action's key is about, or null where the text is no key. */
export const customerOfKey = (key: string): CustomerId | null => {
  const match = /^(\d{1,15})\.[a-z_]+\.\d+\.[A-Z]{3}$/.exec(key);
  return match ? (Number(match[1]) as CustomerId) : null;
};
