// Front door of values: amounts, days, numbers, badges.
export * from './amount.tsx';
export * from './badges.tsx';
export * from './day-text.tsx';
export * from './number-text.tsx';
