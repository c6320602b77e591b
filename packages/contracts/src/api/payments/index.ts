// Front door of payments: what happens to money after it came, announced money, small differences, late fees.
export * from './adjustments.ts';
export * from './announcements.ts';
export * from './claims.ts';
export * from './deed-view.ts';
export * from './payments.ts';
