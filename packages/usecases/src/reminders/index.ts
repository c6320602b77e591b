// Front door of reminders.
export * from './decide-actions.ts';
export * from './load-facts.ts';
export * from './plan-day.ts';
export * from './preview-action.ts';
export * from './read-plan.ts';
export * from './run-reminders.ts';
export * from './simulate-period.ts';
export * from './why.ts';
