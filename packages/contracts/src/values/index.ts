// Front door of values.
export * from './ageing.ts';
export * from './choice.ts';
export * from './dunning.ts';
export * from './ledger.ts';
export * from './page.ts';
export * from './parties.ts';
export * from './portfolio.ts';
export * from './scalars.ts';
