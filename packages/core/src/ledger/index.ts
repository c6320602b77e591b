// Front door of the ledger: items, allocation, what is open on a day.
export * from './allocate-group.ts';
export * from './allocate-oldest-first.ts';
export * from './allocation-day.ts';
export * from './compare-allocations.ts';
export * from './item.ts';
export * from './open-as-of.ts';
