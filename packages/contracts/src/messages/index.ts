// Front door of messages.
export * from './fields.ts';
export * from './fill.ts';
export * from './import-notes.ts';
export * from './refusals.ts';
export * from './written-facts.ts';
