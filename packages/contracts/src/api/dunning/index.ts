// Front door of dunning: reminders, holds, tasks, templates, scenarios, legal rates.
export * from './holds.ts';
export * from './rates.ts';
export * from './reminder-views.ts';
export * from './reminders.ts';
export * from './scenario-views.ts';
export * from './scenarios.ts';
export * from './tasks.ts';
export * from './templates.ts';
