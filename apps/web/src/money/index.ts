// Front door of money: the field in which an amount is typed. A room of its own: what it stands on is not loaded with every screen.
export * from './money-field.tsx';
