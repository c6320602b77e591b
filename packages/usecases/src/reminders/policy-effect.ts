// Effect of a policy: the next plan under the rules in force and under changed ones, on the same facts, before anything is saved.
import { type Plan, planReminders } from '@quittance/core/dunning';
import type { CompanyId, Day } from '@quittance/core/kernel';
import { type CompanyPolicy, type CompanySettings, getSettings } from '../companies/settings.ts';
import { type Context, readOrganization } from '../context/index.ts';
import { loadFacts } from './load-facts.ts';
import { keyOf } from './plan-day.ts';

type Counts = Readonly<{ actions: number; holds: number }>;

/** Reminders that would leave and receivables held back, before and after. */
export type PolicyEffect = Readonly<{
  before: Counts;
  after: Counts;
  /** Reminders that leave under the old rules alone, and under the new ones alone. */
  stopped: number;
  added: number;
}>;

type Change = Partial<CompanyPolicy> & Readonly<{ alsaceMoselle: boolean }>;

const count = ({ actions, holds }: Plan): Counts => ({ actions: actions.length, holds: holds.length });

const countBeside = (plan: Plan, other: Plan): number => {
  const known = new Set(other.actions.map(keyOf));
  return plan.actions.filter((action) => !known.has(keyOf(action))).length;
};

/** Computes both plans of the day; nothing is stored. */
export const policyEffect = (
  context: Context,
  { companyId, on }: Readonly<{ companyId: CompanyId; on: Day }>,
  { alsaceMoselle, ...policy }: Change,
): Promise<PolicyEffect> =>
  readOrganization(context, async (tx) => {
    const settings = await getSettings(tx, companyId);
    const changed: CompanySettings = {
      ...settings,
      policy: { ...settings.policy, ...policy },
      calendar: { alsaceMoselle, closedDays: policy.closedDays ?? settings.policy.closedDays },
    };
    const planWith = async (rules: CompanySettings) => {
      const facts = await loadFacts(tx, rules, { on });
      return planReminders(on, facts.company, facts.customers);
    };
    const before = await planWith(settings);
    const after = await planWith(changed);
    const [stopped, added] = [countBeside(before, after), countBeside(after, before)];
    return { before: count(before), after: count(after), stopped, added };
  });
