// Front door of the calendar.
export * from './calendar.ts';
export * from './holidays.ts';
export * from './local-date.ts';
export * from './payment-terms.ts';
export * from './read-payment-terms.ts';
export * from './worked-days.ts';
