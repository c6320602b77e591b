// String cache: short texts that come back on many lines (journals, accounts, auxiliaries) are decoded once.

const SLOTS = 8192;
const LONGEST = 80;

type Slot = { bytes: Buffer; text: string };

/** A direct-mapped cache from UTF-8 bytes to strings: bounded, and right whatever collides. */
export class StringCache {
  private readonly slots: (Slot | undefined)[] = new Array(SLOTS).fill(undefined);

  /** The text of `buffer` from `start` to `end`. */
  text(buffer: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length <= 0) return '';
    if (length > LONGEST) return buffer.toString('utf8', start, end);
    let hash = length;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + buffer[i]!) | 0;
    const at = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const slot = this.slots[at];
    if (slot && isSame(slot.bytes, buffer, start, length)) return slot.text;
    const text = buffer.toString('utf8', start, end);
    this.slots[at] = { bytes: Buffer.from(buffer.subarray(start, end)), text };
    return text;
  }
}

// biome-ignore lint/complexity/useMaxParams: four numbers of the innermost loop; an object here would be allocated per field
function isSame(bytes: Buffer, buffer: Buffer, start: number, length: number): boolean {
  if (bytes.length !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[i] !== buffer[start + i]) return false;
  return true;
}
