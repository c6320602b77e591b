// Front door of openapi.
export { openApiDocument } from './document.ts';
