// Front door of session.
export { type ContextSources, contextFor, publicContext } from './context.ts';
export { createOwnHandlers, type Exchange, type OwnHandlers, type OwnSources } from './own-handlers.ts';
export { parseAcceptLanguage } from './reader-language.ts';
