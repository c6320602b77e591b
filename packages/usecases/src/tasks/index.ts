// Front door of tasks.
export * from './follow-up.ts';
export * from './live-script.ts';
export * from './log-outcome.ts';
export * from './task-sheet.ts';
