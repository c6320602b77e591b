// Front door of the Liquid template engine.
export { createTemplateEngine } from './liquid-engine.ts';
