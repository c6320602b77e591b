// String cache: short texts that come back on many lines (journals, accounts, auxiliaries) are decoded once.

const SLOTS = 8192;
const LONGEST = 64;

/** A direct-mapped cache from UTF-8 bytes to strings: bounded, and right whatever collides. */
export class StringCache {
  private readonly texts: string[] = new Array(SLOTS).fill('');
  private readonly lengths = new Uint8Array(SLOTS);
  private readonly bytes = new Uint8Array(SLOTS * LONGEST);

  /** The text of `buffer` from `start` to `end`. */
  text(buffer: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length <= 0) return '';
    if (length > LONGEST) return buffer.toString('utf8', start, end);
    let hash = length;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + buffer[i]!) | 0;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    if (this.lengths[slot] === length && this.holds(slot, buffer, start)) return this.texts[slot]!;
    return this.keep(slot, buffer, start, end);
  }

  private holds(slot: number, buffer: Buffer, start: number): boolean {
    const { bytes } = this;
    const from = slot * LONGEST;
    const length = this.lengths[slot]!;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== buffer[start + i]) return false;
    return true;
  }

  private keep(slot: number, buffer: Buffer, start: number, end: number): string {
    const text = buffer.toString('utf8', start, end);
    this.texts[slot] = text;
    this.lengths[slot] = end - start;
    const from = slot * LONGEST - start;
    for (let i = start; i < end; i++) this.bytes[from + i] = buffer[i]!;
    return text;
  }
}
