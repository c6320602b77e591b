// Front door of allocations.
export * from './apply-credit.ts';
export * from './propose-allocation.ts';
export * from './undo-allocation.ts';
