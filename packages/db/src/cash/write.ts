// Front door of cash application: writing. Only use cases enter here.
export * from './writing/aside.ts';
export * from './writing/decisions.ts';
export * from './writing/locks.ts';
export * from './writing/memory.ts';
export * from './writing/proposals.ts';
export * from './writing/statistics.ts';
