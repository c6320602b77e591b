// Front door of text: bytes of any French encoding to UTF-8, lines, notes and file refusals.
export type { Encoding } from './encoding.ts';
export { type ByteSource, HEAD_BYTES, readHead } from './head.ts';
export {
  checkLineLength,
  type LineEnd,
  lineBatches,
  lineEndByte,
  lineEndOf,
  MAX_LINE_BYTES,
  type TextLine,
} from './lines.ts';
export { type FileNote, NoteBook } from './notes.ts';
export { type FileRefusal, type FileRefusalCode, RefusalSignal, readable, refusedBy } from './refusal.ts';
export { signatureOf } from './signature.ts';
export { openUtf8, type Utf8Text } from './utf8-stream.ts';
