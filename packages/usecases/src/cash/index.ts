// Front door of cash application.
export * from './agree-discount.ts';
export * from './deciding/accept-many.ts';
export * from './deciding/apply-parts.ts';
export * from './deciding/check-order.ts';
export * from './deciding/decide-movement.ts';
export * from './deciding/redo-match.ts';
export { isAdjustment, type UndoRefusal, undoMatch, undoMatchWithin } from './deciding/undo-match.ts';
export * from './forget.ts';
export { lookAround } from './matching/look-again.ts';
export * from './matching/look-first.ts';
export * from './matching/match-waiting.ts';
export type { ReturnLine } from './returns/run-returns.ts';
export { type LinesResult, setAside, setKnownAside } from './set-aside.ts';
export * from './take-back.ts';
