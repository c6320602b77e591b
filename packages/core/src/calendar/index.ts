// Front door of the calendar.
export * from './calendar.ts';
