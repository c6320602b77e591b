// Front door of ledger: aged balance, indicators, customers, contacts, invoices.
export * from './aged-balance.ts';
export * from './contacts.ts';
export * from './customers.ts';
export * from './invoices.ts';
export * from './kpis.ts';
export * from './receivable-view.ts';
