// Front door of message rendering.
export { createMessageRenderer } from './message-renderer.ts';
