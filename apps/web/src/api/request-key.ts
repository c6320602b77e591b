// Request keys: what makes two presses of one button one request, made where the browser's own maker is missing too.

const BYTES = 16;

/** A random UUID (RFC 9562, version 4), made by hand: `crypto.randomUUID` is missing on plain http from another machine. */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
