// Kernel: what every room stands on. Front door for outsiders; files inside import each other directly.
export * from './day.ts';
export * from './group-by.ts';
export * from './ids.ts';
export * from './money.ts';
export * from './rate.ts';
export * from './result.ts';
