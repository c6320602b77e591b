// Front door of penalties.
export * from './edit-rates.ts';
export * from './interest-sheet.ts';
export * from './invoice-penalties.ts';
export * from './rate-table.ts';
