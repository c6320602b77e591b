// Front door of the API.
export * from './api.ts';
export * from './cash/index.ts';
export * from './customers/index.ts';
export * from './delivery/index.ts';
export * from './dunning/index.ts';
export * from './house/index.ts';
export * from './intake/index.ts';
export * from './ledger/index.ts';
export * from './payments/index.ts';
