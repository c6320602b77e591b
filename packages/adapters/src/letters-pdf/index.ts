// Front door of PDF letters.
export { FRENCH_WINDOW, type LetterGeometry } from './geometry.ts';
export { createLetterRenderer, type IndexRenderer, type LetterRendererOptions } from './letter-renderer.ts';
