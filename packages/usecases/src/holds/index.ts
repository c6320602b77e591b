// Front door of holds.
export * from './hold-invoices.ts';
export * from './place-hold.ts';
