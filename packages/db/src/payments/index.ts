// Front door of payments: reading.
export * from './announcements/read.ts';
export * from './claims/read.ts';
export * from './lettering.ts';
export * from './read-deeds.ts';
export * from './read-payments.ts';
export * from './read-sheet.ts';
export * from './returnable.ts';
