// Front door of session.
export { type ContextSources, contextFor, publicContext } from './context.ts';
export { createOwnHandlers, type Exchange, type OwnHandlers } from './own-handlers.ts';
