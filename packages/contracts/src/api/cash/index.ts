// Front door of cash: matching and its memory.
export * from './matching.ts';
export * from './matching-deeds.ts';
export * from './matching-values.ts';
export * from './matching-views.ts';
export * from './memory.ts';
