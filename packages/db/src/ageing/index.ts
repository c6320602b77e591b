// Front door of ageing: the aged balance and what the indicators need, as of any day.
export * from './as-of.ts';
export * from './entered-later.ts';
export * from './last-books.ts';
export * from './read.ts';
export * from './sales.ts';
