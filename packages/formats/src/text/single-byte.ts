// Single-byte encodings: chooses between Windows-1252, ISO-8859-15 and CP850 by the French letters their bytes would spell.
import iconv from 'iconv-lite';
import type { NoteBook } from './notes.ts';

/** The one-byte encodings French software writes. */
export type SingleByteEncoding = 'windows-1252' | 'iso-8859-15' | 'cp850';

// Bytes that spell an accented French letter in one family and nothing likely in the other.
const LATIN_LETTERS = new Set(
  [0xe9, 0xe8, 0xea, 0xeb, 0xe0, 0xe2, 0xe7, 0xf4, 0xee, 0xef, 0xf9, 0xfb].concat([
    0xc9, 0xc8, 0xca, 0xc0, 0xc2, 0xc7, 0xd4, 0xce,
  ]),
);
const CP850_LETTERS = new Set([0x82, 0x8a, 0x88, 0x89, 0x87, 0x83, 0x8b, 0x90, 0x85, 0x97, 0x96, 0x93, 0x8c]);
// Signs: € ’ “ ” – — … œ Œ ° « » and the no-break space in Windows-1252; ° and no-break space in CP850.
const CP1252_SIGNS = new Set([0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0x9c, 0x8c, 0xb0, 0xab, 0xbb, 0xa0]);
const CP850_SIGNS = new Set([0xf8, 0xff, 0xae, 0xaf, 0x80]);
// € Œ œ Ÿ of ISO-8859-15, which are ¤ ¼ ½ ¾ in Windows-1252.
const LATIN9_ONLY = new Set([0xa4, 0xbc, 0xbd, 0xbe]);

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

type Evidence = { latin: number; cp850: number; c1: number; latin9: number };

function weigh(bytes: Uint8Array): Evidence {
  const seen: Evidence = { latin: 0, cp850: 0, c1: 0, latin9: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const weight = isLetter(bytes[i - 1]) || isLetter(bytes[i + 1]) ? 3 : 1;
    if (byte < 0xa0) seen.c1++;
    if (LATIN9_ONLY.has(byte)) seen.latin9++;
    if (LATIN_LETTERS.has(byte)) seen.latin += weight;
    if (CP850_LETTERS.has(byte)) seen.cp850 += weight;
    if (CP1252_SIGNS.has(byte)) seen.latin += 1;
    if (CP850_SIGNS.has(byte)) seen.cp850 += 1;
  }
  return seen;
}

/** The most likely one-byte encoding of a text that is not UTF-8. Windows-1252 wins a tie. */
export function guessSingleByte(bytes: Uint8Array): SingleByteEncoding {
  const seen = weigh(bytes);
  if (seen.cp850 > seen.latin) return 'cp850';
  // 0x80-0x9F are control codes in ISO-8859-15: a lone 0x80 in a text with € or œ of that encoding is a slip, noted on reading.
  return seen.latin9 > seen.c1 || seen.c1 === 0 ? 'iso-8859-15' : 'windows-1252';
}

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, i) => i);

/** For each byte, its UTF-8 form packed as length << 24 | bytes. ISO-8859-15 borrows 0x80-0x9F from Windows-1252. */
function packedTable(encoding: SingleByteEncoding): Uint32Array {
  const characters = [...iconv.decode(Buffer.from(ALL_BYTES), encoding)];
  const borrowed = [...iconv.decode(Buffer.from(ALL_BYTES), 'windows-1252')];
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    const isC1 = byte >= 0x80 && byte < 0xa0;
    const utf8 = Buffer.from((encoding === 'iso-8859-15' && isC1 ? borrowed : characters)[byte]!, 'utf8');
    return utf8.reduce((packed, part) => packed * 256 + part, 0) + utf8.length * 2 ** 24;
  });
}

/** A stateless transcoder of one-byte text to UTF-8; says so when ISO-8859-15 text holds bytes of Windows-1252. */
export function singleByteToUtf8(encoding: SingleByteEncoding, notes: NoteBook): (chunk: Buffer) => Buffer {
  const table = packedTable(encoding);
  return (chunk) => {
    const out = Buffer.allocUnsafe(chunk.length * 3);
    let size = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte < 0x80) {
        out[size++] = byte;
        continue;
      }
      if (byte < 0xa0 && encoding === 'iso-8859-15') notes.add('cp1252_byte_in_latin9', null, `0x${byte.toString(16)}`);
      const packed = table[byte]!;
      const length = packed >>> 24;
      if (length > 2) out[size++] = (packed >>> 16) & 255;
      if (length > 1) out[size++] = (packed >>> 8) & 255;
      out[size++] = packed & 255;
    }
    return out.subarray(0, size);
  };
}
