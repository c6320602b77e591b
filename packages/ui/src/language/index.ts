// Front door of language.
export * from './language.tsx';
