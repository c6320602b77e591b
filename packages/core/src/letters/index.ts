// Front door of letters: facts in, text out. Knows no invoice type.
export * from './check-view.ts';
export * from './prose.ts';
export * from './statement.ts';
export * from './view.ts';
