// Front door of payments: what a returned movement gives back and opens again, late-fee claims, and what becomes of them.
export * from './after-principal.ts';
export * from './claim-lines.ts';
export * from './find-returned.ts';
export * from './impute-claims.ts';
export * from './plan-return.ts';
export * from './spread-announced.ts';
