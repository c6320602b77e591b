// Front door of ledger: aged balance, indicators, customers, contacts, invoices.
export * from './aged-balance.ts';
export * from './allocations.ts';
export * from './contacts.ts';
export * from './customers.ts';
export * from './dashboard.ts';
export * from './invoice-views.ts';
export * from './invoices.ts';
export * from './kpis.ts';
export * from './receivable-view.ts';
