// Front door of intake: imports, bank accounts and statements.
export * from './bank.ts';
export * from './import-views.ts';
export * from './imports.ts';
