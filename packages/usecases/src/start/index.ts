// Front door of start.
export * from './first-steps.ts';
