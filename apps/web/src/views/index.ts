// Front door of views: columns, saved views, choice across pages, exports of a list.
export * from './bulk-bar.tsx';
export * from './export-menu.tsx';
export * from './list-tools.tsx';
export * from './use-across-choice.ts';
export * from './use-columns.ts';
