// Front door of companies.

export * from './change-company.ts';
export * from './create-company.ts';
export { customerScope } from './customer-scope.ts';
export * from './letterhead-gaps.ts';
export { MOST_PICTURE_BYTES } from './picture.ts';
export * from './pictures.ts';
export * from './settings.ts';
export * from './slug.ts';
