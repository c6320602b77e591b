// Front door of scenarios.
export * from './scenario-screen.ts';
