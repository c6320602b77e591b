// Front door of states.
export * from './states.tsx';
