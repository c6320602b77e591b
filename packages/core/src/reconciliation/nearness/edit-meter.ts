// Nearness of two references: edits between them (insertion, deletion, substitution, swap of neighbours), counted in the bits of one number.
// The method is Hyyrö's bit-vector for optimal string alignment (2003).

/** The longest text that is compared: one bit for each character. */
const LONGEST_COMPARED = 31;

const CODES = 128;

/** A text of letters and digits prepared once to be compared with many. */
export class EditMeter {
  private readonly bits = new Int32Array(CODES);
  private readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    for (let at = 0; at < text.length && at < LONGEST_COMPARED; at++) {
      const code = text.charCodeAt(at) % CODES;
      this.bits[code] = (this.bits[code] as number) | (1 << at);
    }
  }

  /** Optimal string alignment distance to another text, or `limit + 1` where it is greater or the text is too long. */
  distance(other: string, limit: number): number {
    const { length, bits } = this;
    if (Math.abs(length - other.length) > limit || length > LONGEST_COMPARED || length === 0) return limit + 1;
    const top = 1 << (length - 1);
    let [up, down, diagonal, before] = [-1, 0, 0, 0];
    let score = length;
    for (let at = 0; at < other.length; at++) {
      const here = bits[other.charCodeAt(at) % CODES] as number;
      const swapped = ((~diagonal & here) << 1) & before;
      diagonal = ((((here & up) + up) | 0) ^ up) | here | down | swapped;
      let right = down | ~(diagonal | up);
      const left = diagonal & up;
      if (right & top) score += 1;
      if (left & top) score -= 1;
      right = (right << 1) | 1;
      up = (left << 1) | ~(diagonal | right);
      down = right & diagonal;
      before = here;
    }
    return Math.min(score, limit + 1);
  }
}
