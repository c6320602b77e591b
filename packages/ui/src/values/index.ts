// Front door of values: amounts, days, badges.
export * from './amount.tsx';
export * from './badges.tsx';
export * from './day-text.tsx';
