// Front door of the demo.
export * from './build-demo-portfolio.ts';
export type { HistoryPorts } from './history/moment.ts';
export * from './load-demo.ts';
export { DEMO_CODE, DEMO_COMPANY } from './people/company.ts';
export type { DemoCompany, PastStep } from './people/demo-customer.ts';
export * from './portfolio.ts';
export * from './set-up-demo.ts';
