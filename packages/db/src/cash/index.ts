// Front door of cash application: reading.
export * from './conditions.ts';
export type { SeenOn } from './reading/as-of.ts';
export * from './reading/decisions.ts';
export * from './reading/line.ts';
export * from './reading/lines.ts';
export * from './reading/look-owed.ts';
export * from './reading/memory.ts';
export * from './reading/names.ts';
export { type ChoiceQuery, listChoices, type OpenChoices } from './reading/open-items.ts';
export * from './reading/retrieval.ts';
export * from './reading/return-choices.ts';
export * from './reading/returns.ts';
export * from './reading/settled.ts';
export * from './stored.ts';
