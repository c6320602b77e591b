// Front door of table.
export * from './column.ts';
export * from './data-table.tsx';
export * from './no-match.tsx';
export * from './pager.tsx';
