// Front door of scenarios.
export * from './archive-ladder.ts';
export * from './assign-ladder.ts';
export * from './check-ladder.ts';
export * from './edited-ladder.ts';
export * from './effect.ts';
export * from './list-ladders.ts';
export * from './save-ladder.ts';
export * from './simulate-ladders.ts';
