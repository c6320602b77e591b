// Front door of payments: writing. Only use cases call this.
export * from './announcements/write.ts';
export * from './claims/write.ts';
export * from './lock.ts';
export * from './write-deeds.ts';
export * from './write-facts.ts';
