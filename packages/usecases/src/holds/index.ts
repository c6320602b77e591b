// Front door of holds.
export * from './place-hold.ts';
