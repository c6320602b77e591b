// Fields of one line as offsets into the chunk: nothing is decoded until it is asked for.
import { StringCache } from './string-cache.ts';

const MOST_FIELDS = 64;
const SPACE = 32;
const QUOTE = 34;

/** The line being read: where its fields begin in `buffer`. One object for the whole file. */
export class Fields {
  buffer: Buffer = Buffer.alloc(0);
  /** 1-based line number. */
  row = 0;
  /** Fields found on the line; more than `MOST_FIELDS` are counted, not kept. */
  count = 0;
  private readonly bounds = new Int32Array(MOST_FIELDS + 2);
  private readonly cache = new StringCache();
  /** Trimmed borders left by `locate`. */
  start = 0;
  end = 0;

  /** Begins a line at `offset`. */
  open(offset: number): void {
    this.count = 0;
    this.bounds[0] = offset;
  }

  /** Ends a field whose separator (or line end) stands at `offset`. */
  close(offset: number): void {
    if (this.count < MOST_FIELDS) this.bounds[this.count + 1] = offset + 1;
    this.count++;
  }

  /** Whether nothing but blanks stands on the line. */
  isBlank(): boolean {
    return this.count === 1 && !this.locate(0);
  }

  /** Puts the trimmed borders of field `index` in `start` and `end`; false when it is absent or blank. */
  locate(index: number): boolean {
    if (index < 0 || index >= this.count || index >= MOST_FIELDS) {
      this.start = this.end = 0;
      return false;
    }
    this.start = this.bounds[index]!;
    this.end = this.bounds[index + 1]! - 1;
    this.trim();
    if (this.end - this.start >= 2 && this.buffer[this.start] === QUOTE && this.buffer[this.end - 1] === QUOTE) {
      this.start++;
      this.end--;
      this.trim();
    }
    return this.end > this.start;
  }

  private trim(): void {
    const { buffer } = this;
    while (this.end > this.start && buffer[this.end - 1]! <= SPACE) this.end--;
    while (this.end > this.start && buffer[this.start]! <= SPACE) this.start++;
  }

  /** The field as text, trimmed; empty when absent. */
  text(index: number): string {
    return this.locate(index) ? this.buffer.toString('utf8', this.start, this.end) : '';
  }

  /** The field as text through the cache, for values that come back often. */
  frequent(index: number): string {
    return this.locate(index) ? this.cache.text(this.buffer, this.start, this.end) : '';
  }
}
