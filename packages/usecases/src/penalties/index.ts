// Front door of penalties.
export * from './invoice-penalties.ts';
export * from './rate-table.ts';
