// Front door of companies.
export * from './create-company.ts';
export * from './settings.ts';
export * from './slug.ts';
export * from './change-company.ts';
