// Bank statements: what one is, whose account it is, and what of it is already known.
export * from './compare-tellings.ts';
export * from './find-twins.ts';
export * from './join-payments.ts';
export * from './merge-movements.ts';
export * from './movement-traits.ts';
export * from './statement-gaps.ts';
export * from './statement-order.ts';
export * from './statements.ts';
export * from './which-account.ts';
