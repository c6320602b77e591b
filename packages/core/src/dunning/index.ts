// Front door of dunning.

export * from './by-hand/judge-by-hand.ts';
export * from './edit/carry-level.ts';
export * from './edit/compare-ladders.ts';
export * from './edit/describe-changes.ts';
export * from './facts.ts';
export * from './freshness.ts';
export * from './later/apply-plan.ts';
export * from './later/compare-plans.ts';
export * from './later/explain.ts';
export * from './later/recheck.ts';
export * from './later/simulate.ts';
export { openPeriod, type Walk, type WalkedAction, walkCustomer } from './later/walk.ts';
export * from './plan.ts';
export { customerLevel, planCustomer } from './plan-customer.ts';
export { planReminders } from './plan-reminders.ts';
export * from './scenario.ts';
export * from './scenarios/default-policy.ts';
export * from './scenarios/shipped-scenarios.ts';
export * from './scenarios/validate-scenario.ts';
export * from './statuses.ts';
