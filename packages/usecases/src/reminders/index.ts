// Front door of reminders.
export * from './decide-actions.ts';
export * from './plan-day.ts';
export * from './run-reminders.ts';
