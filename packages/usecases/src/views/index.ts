// Front door of saved views.
export * from './saved-views.ts';
