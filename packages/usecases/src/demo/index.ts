// Front door of the demo.
export * from './build-demo-portfolio.ts';
export type { DemoCompany, PastStep } from './people/demo-customer.ts';
export * from './portfolio.ts';
