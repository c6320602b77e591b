// Front door of dunning.
export * from './facts.ts';
export * from './plan.ts';
export * from './scenario.ts';
