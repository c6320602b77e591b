// Front door of reminders.
export * from './decide-actions.ts';
export * from './find-chosen.ts';
export * from './load-facts.ts';
export * from './plan-day.ts';
export * from './policy-effect.ts';
export * from './preview-action.ts';
export * from './preview-live.ts';
export * from './read-plan.ts';
export * from './run-reminders.ts';
export * from './simulate-period.ts';
export * from './undo-decision.ts';
export * from './why.ts';
