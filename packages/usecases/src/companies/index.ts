// Front door of companies.

export * from './change-company.ts';
export * from './create-company.ts';
export * from './letterhead-gaps.ts';
export * from './settings.ts';
export * from './slug.ts';
