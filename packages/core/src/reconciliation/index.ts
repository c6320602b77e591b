// Front door of reconciliation: bank movements find what they pay.
export { findCombinations } from './amounts/combinations.ts';
export * from './decision.ts';
export * from './facts.ts';
export { matchInSlices, matchTransactions } from './match-transactions.ts';
export { readCreditorReference, writeCreditorReference } from './references/creditor-reference.ts';
export { type NumbersWritten, numbersWritten } from './references/numbers-written.ts';
