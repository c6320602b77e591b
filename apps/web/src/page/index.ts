// Front door of page: what every screen is made of.
export * from './answer.tsx';
export * from './confirm-dialog.tsx';
export * from './day-picker.tsx';
export * from './draft.ts';
export * from './go-to.tsx';
export * from './later.ts';
export * from './leave-guard.tsx';
export * from './page-header.tsx';
export * from './problem.tsx';
export * from './search-box.tsx';
export * from './toast.tsx';
