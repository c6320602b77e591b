// What a document is, told from its bytes: its name and the sender's word count for nothing.

const starts = (content: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => content[index] === byte);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook is a ZIP that names its parts; a ZIP of anything else is not kept. */
const isWorkbook = (content: Uint8Array): boolean =>
  starts(content, 0x50, 0x4b, 0x03, 0x04) && Buffer.from(content).includes('xl/workbook.xml');

/** Tab, line feed, form feed, carriage return. */
const LAYOUT: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d]);

function isText(content: Uint8Array): boolean {
  if (content.some((byte) => byte < 0x20 && !LAYOUT.has(byte))) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/^\s*(<!doctype|<html|<svg|<\?xml|<script)/i.test(text);
  } catch {
    return false;
  }
}

/** Media type of a PDF, PNG, JPEG, XLSX or UTF-8 text; null for anything else, for nothing at all and for pages a browser might run. */
export function sniffDocument(content: Uint8Array): string | null {
  if (content.length === 0) return null;
  if (starts(content, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(content, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(content, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (isWorkbook(content)) return XLSX;
  return isText(content) ? 'text/plain' : null;
}
